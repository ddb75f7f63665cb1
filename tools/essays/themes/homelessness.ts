/** @file Theme: people who live in the streets. */
import type { Theme } from "../types";

/** People who live in the streets. */
export const homelessness: Theme = {
  id: "homelessness",
  title: "a invisibilidade da população em situação de rua no Brasil",
  problem: [
    "a invisibilidade da população em situação de rua",
    "o abandono das pessoas em situação de rua",
    "a falta de moradia digna",
  ],
  right: ["o direito à moradia", "a dignidade humana", "a inclusão social"],
  victims: ["os moradores de rua", "os cidadãos sem teto", "as famílias despejadas"],
  broad: ["a pobreza", "a vida nas cidades", "a desigualdade"],
  scene: [
    "{marquises, viadutos e praças|calçadas e viadutos} {servem de|tornaram-se} {casa|quarto} para {famílias inteiras|trabalhadores sem renda}, enquanto {milhares de|muitos} imóveis permanecem {vazios|trancados}",
    "{passos apressados|olhares desviados} e vidros {fechados|erguidos} {ensinaram|acostumaram} a cidade a {não ver|ignorar} quem {dorme|vive} sobre papelão",
    "{bancos com divisórias|pedras sob os viadutos} {revelam|mostram} uma arquitetura {hostil|pensada para expulsar}, que combate {o pobre|a pessoa}, e não a pobreza",
  ],
  causes: [
    {
      np: ["o desemprego e o alto custo dos aluguéis", "a falta de políticas de habitação popular"],
      why: [
        "{quando|se} a renda {desaparece|acaba}, o aluguel é {a primeira|logo a primeira} conta que {não se paga|fica para trás}, e {sem família|sem quem ajude} {resta|sobra} {a calçada|a rua}",
        "{a moradia|a casa própria} {foi tratada|é vista} como {mercadoria|investimento}, de modo que {prédios inteiros|apartamentos} esperam valorização {enquanto faltam lares|sem abrigar ninguém}",
      ],
      example: [
        "{um garçom|um pintor} {demitido|que perdeu o emprego} vende os móveis, {atrasa|deixa de pagar} o aluguel e, em {poucos meses|menos de um ano}, {descobre-se|está} na fila {do albergue|da sopa}",
        "{mães|mulheres} que {fogem|escapam} da violência doméstica {com os filhos|sem documentos} {preferem|chegam a preferir} {a rodoviária|a praça} à {casa do agressor|volta para casa}",
      ],
      effect: [
        "{sem endereço|sem comprovante de residência}, {a pessoa|o cidadão} não {consegue|obtém} {emprego|vaga}, e {sem emprego|sem salário} não {recupera|volta a ter} {endereço|uma casa}",
        "{crianças|muitas crianças} {crescem|são criadas} entre {buzinas e medo|o frio e a fumaça}, {longe|distantes} da escola e {da infância|do posto de saúde}",
      ],
    },
    {
      np: ["o preconceito da sociedade", "a aporofobia, isto é, a aversão aos pobres"],
      why: [
        "{a sociedade|o senso comum} {associa|liga} a rua à {preguiça|criminalidade} e {culpa|responsabiliza} {a vítima|o indivíduo} por uma condição que {ninguém|quase ninguém} {escolhe|deseja}",
        "{tratada|vista} como {sujeira|obstáculo}, essa população {perde|deixa de ter}, aos olhos {da cidade|dos outros}, {o nome|a história} e {os direitos|a humanidade}",
      ],
      example: [
        "em 1997, {em Brasília|na capital federal}, jovens {de classe média|ricos} {atearam fogo|puseram fogo} no indígena Galdino Pataxó, que dormia em um ponto de ônibus, e {alegaram|disseram} tê-lo confundido com um mendigo",
        "{comerciantes|lojistas} que {jogam|lançam} água {na calçada|sob a marquise} {de madrugada|antes de fechar} {expulsam|afastam} quem {não tem|já não encontra} para onde ir",
      ],
      effect: [
        "{a violência|a agressão} {cresce|multiplica-se} {em silêncio|sem testemunhas}, {pois|já que} poucos {denunciam|se importam}",
        "{quem é tratado|aquele que é visto} como {invisível|lixo} {acaba|termina} por duvidar {do próprio valor|de si mesmo}",
      ],
    },
    {
      np: ["a falta de atendimento à saúde mental e à dependência química", "a insuficiência da rede de acolhimento"],
      why: [
        "{lutos, separações e transtornos|separações e transtornos mentais} {sem tratamento|não tratados} {rompem|desfazem} laços familiares e empurram para {a rua|as calçadas} quem {precisava|necessitava} de {cuidado|escuta}",
        "{os albergues|os abrigos} {separam casais|não aceitam animais}, {impõem|exigem} horários rígidos e {oferecem|têm} poucas vagas, o que afasta {quem mais precisa|justamente os mais frágeis}",
      ],
      example: [
        "um {senhor|homem} com esquizofrenia {perde|fica sem} {os remédios|a receita} em uma {operação de limpeza|remoção} e {volta|passa} a {ouvir vozes|delirar} {debaixo da ponte|na mesma praça}",
        "{uma mulher|um rapaz} que {quer|tenta} {deixar|largar} o crack {procura|busca} {vaga|tratamento} e ouve que deve voltar {no mês seguinte|outro dia}",
      ],
      effect: [
        "{a rua|a calçada} {agrava|piora} a doença, e a doença {mantém|prende} a pessoa na rua",
        "{a polícia|a força} {ocupa|assume} o lugar da saúde, e o problema {muda|apenas troca} de esquina, sem {solução|resposta}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "em “Capitães da areia”, Jorge Amado {retrata|descreve} meninos {sem lar|abandonados} que dormem em um trapiche e {são temidos|são perseguidos} pela mesma cidade que os {esqueceu|rejeitou}",
      link: [
        "{os trapiches|os abrigos improvisados} de hoje são {marquises|viadutos}, e a indiferença {da vizinhança|de quem passa} continua a mesma",
        "{como no romance|à semelhança do livro}, {a repressão|a polícia} {chega|aparece} antes {da escola|do médico} e {do abrigo|do afeto}",
      ],
      back: "os capitães {da areia|de hoje} {encontrarão|terão} {um teto|casa} e {um futuro|escola}",
    },
    {
      kind: "ideal",
      cite: "a Política Nacional para a População em Situação de Rua, {instituída|criada} em 2009, {prevê|estabelece} o respeito à dignidade e o acesso {amplo|simplificado} aos serviços públicos",
      link: [
        "{exigir|pedir} comprovante de endereço {de quem não tem casa|a quem vive ao relento} mostra {o tamanho|a medida} da distância entre {a norma e a prática|o decreto e o balcão}",
        "poucas cidades {aderiram|deram vida} de fato a essa política, deixada sem recursos e {sem metas|sem prioridade}",
      ],
      back: "a política {criada|instituída} em 2009 {terá|ganhará} {teto, mesa e endereço|um endereço real}",
    },
    {
      kind: "idea",
      cite: "a filósofa espanhola Adela Cortina {criou|cunhou} o termo aporofobia para {nomear|designar} a {rejeição|aversão} aos pobres",
      link: [
        "dar nome a essa {aversão|rejeição} ajuda a {reconhecê-la|percebê-la} em {bancos com divisórias|grades e pedras} e em olhares que {se desviam|fogem}",
        "{não é o estrangeiro rico|não é qualquer diferença} que {incomoda|assusta}, mas {a pobreza|a miséria} {exposta|visível} na calçada",
      ],
      back: "a aporofobia {descrita|nomeada} por Adela Cortina {dará lugar|cederá espaço} à {hospitalidade|solidariedade}",
    },
  ],
  tags: ["rights", "inequality", "others", "city"],
  counter: [
    {
      claim: "quem vive na rua {escolheu|prefere} essa vida",
      reply: "entre a violência em casa e {a calçada|o frio}, não há escolha {livre|verdadeira}",
    },
    {
      claim: "distribuir {comida|cobertores} já é o bastante",
      reply:
        "{a caridade|a doação} {alivia|mata} a fome de {uma noite|hoje}, mas {só|apenas} {casa e trabalho|moradia e cuidado} {mudam|transformam} o dia seguinte",
    },
  ],
  measures: [
    {
      agent: "o Governo Federal",
      action: "{ampliar|criar} programas de moradia {assistida|social} {nos centros urbanos|para essa população}",
      means: "{a reforma|o aproveitamento} de prédios públicos {vazios|abandonados} e {repasses|verbas} às prefeituras",
      purpose:
        "{oferecer|garantir} um ponto de partida {estável|digno} {a quem perdeu tudo|para a reconstrução da vida}",
      detail:
        "cada morador {deve|precisa} ser acompanhado por {assistentes sociais|psicólogos e assistentes sociais}, {sem prazo|com prazo flexível} para {sair|recomeçar}",
    },
    {
      agent: "as prefeituras",
      action: "{expandir|fortalecer} os Consultórios na Rua e {modernizar|humanizar} os abrigos",
      means:
        "{contratação|formação} de {médicos, enfermeiros e educadores|equipes multiprofissionais} e {parcerias|convênios} com {igrejas e ONGs|universidades}",
      purpose: "tratar {a dependência e os transtornos mentais|as doenças agravadas pela rua}",
      detail:
        "{os abrigos|esses locais} {devem|precisam} {aceitar|receber} famílias e animais, {com armários e banheiros|em quartos pequenos}, {de modo que|para que} ninguém {precise|tenha de} escolher entre {o teto e o afeto|a cama e o companheiro}",
    },
    {
      agent: "os meios de comunicação",
      action: "{dar voz|abrir espaço} a quem {vive|já viveu} nas ruas",
      means: "reportagens e documentários {produzidos|feitos} {com essa população|em todas as regiões}",
      purpose:
        "{desfazer|combater} {estereótipos|preconceitos} e devolver {nomes e histórias|humanidade} a quem foi apagado",
      detail:
        "{as escolas|os professores} {podem|devem} {usar|exibir} {esse material|os filmes} em {debates|aulas} sobre direitos humanos",
    },
  ],
  vague: [
    "{muitos|muitas pessoas} {moram|dormem} na rua e {passam frio|passam fome} {sem ninguém ajudar|todos os dias}",
    "{a gente|o povo} passa {por eles|do lado} e {finge|faz de conta} que não vê",
    "{podia ser|poderia ser} {qualquer um|um parente nosso} e {ninguém pensa nisso|isso dá medo}",
    "{todo ser humano|toda pessoa} {merece|precisa de} {uma casa|um teto e comida}",
    "a bebida {acaba|acabou} com {muita gente|famílias} e {leva|joga} para a rua",
  ],
  source: [
    "segundo o texto I, a população em situação de rua é formada por pessoas sem moradia regular e com vínculos familiares rompidos",
    "o texto motivador afirma que a falta de trabalho e os conflitos familiares estão entre as causas da vida na rua",
    "a imagem do texto II mostra um homem que dorme em frente a um prédio vazio",
  ],
};
