/** @file Theme: vaccination. */
import type { Theme } from "../types";

/** Vaccination. */
export const vaccination: Theme = {
  id: "vaccination",
  title: "a queda da cobertura vacinal no Brasil",
  problem: ["a queda da cobertura vacinal", "a hesitação diante das vacinas", "o abandono do calendário de vacinação"],
  right: ["a saúde coletiva", "a proteção das crianças", "o direito à saúde"],
  victims: ["as crianças não vacinadas", "os mais vulneráveis", "os bebês e os idosos"],
  broad: ["a saúde", "a ciência", "a medicina"],
  scene: [
    "{doenças|enfermidades} que {pareciam|eram tidas como} vencidas, como o sarampo, {voltaram|tornaram} a {assustar|preocupar} {famílias|médicos} e {autoridades|pesquisadores}",
    "o país que {se tornou|já foi} exemplo mundial em campanhas de imunização {vê|observa} {postos vazios|salas de vacina vazias} e doses {vencidas|desperdiçadas}",
    "{muitos pais|algumas famílias} {adiam|deixam para depois} as doses dos filhos {por medo|por descuido}, sem {perceber|notar} que {a proteção é coletiva|o risco é de todos}",
  ],
  causes: [
    {
      np: ["a disseminação de notícias falsas sobre as vacinas", "a desinformação a respeito da imunização"],
      why: [
        "boatos {sem fonte e sem prova|cheios de falsos termos médicos} {circulam|espalham-se} mais depressa que {a explicação|o esclarecimento} dos especialistas",
        "{o medo|o boato} {apela|fala} à emoção, ao passo que a ciência {exige|pede} {paciência|atenção} e {leitura|confiança}, o que favorece a mentira",
      ],
      example: [
        "um estudo {fraudado|desonesto} de 1998, que {ligava|associava} a vacina tríplice viral ao autismo, foi desmentido e {ainda assim|mesmo assim} {continua|segue} {citado|repetido} nas redes",
        "{uma mãe|um pai} que {recebe|lê} no grupo da família um áudio {assustador|anônimo} {prefere|resolve} esperar e {perde|deixa passar} a {data|idade} da dose",
      ],
      effect: [
        "{a confiança|a credibilidade}, {construída|conquistada} em décadas de campanha, {desfaz-se|perde-se} em {poucos cliques|poucas semanas}",
        "{pais bem-intencionados|famílias bem-intencionadas} {acabam|terminam} {expondo|por expor} os próprios filhos a {doenças evitáveis|um risco desnecessário}",
      ],
    },
    {
      np: ["a falsa sensação de segurança", "o esquecimento das doenças do passado"],
      why: [
        "{o sucesso|a eficácia} das vacinas fez com que poucos se {lembrassem|recordassem} das sequelas da {poliomielite|paralisia infantil}, e {o que não se vê|o perigo invisível} {deixa de ser temido|parece não existir}",
        "quem nunca viu uma {epidemia|enfermaria lotada} tende a {achar|considerar} a vacina {dispensável|exagerada}, como se {a doença|o vírus} {tivesse desaparecido|não existisse mais} por si",
      ],
      example: [
        "{os avós|as avós} {lembram|recordam} {vizinhos|colegas} que {usavam|passaram a usar} {muletas|aparelhos nas pernas} por causa da pólio, cena que os netos {desconhecem|jamais viram}",
        "a caderneta de vacinação fica {esquecida|perdida} na gaveta até que {a escola|um surto no bairro} {a exija|faça a família procurá-la}",
      ],
      effect: [
        "{bolsões|grupos} de pessoas {suscetíveis|desprotegidas} {se formam|crescem}, e basta um {viajante infectado|único caso} para {reacender|iniciar} o surto",
        "{a proteção|a barreira} que {defendia|amparava} até {quem não podia se vacinar|os recém-nascidos} {enfraquece|deixa de existir}",
      ],
    },
    {
      np: ["as dificuldades de acesso aos postos de saúde", "a desigualdade no acesso à imunização"],
      why: [
        "{os postos|as salas de vacina} {funcionam|abrem} {em horário comercial|apenas em dias úteis}, {quando|período em que} os pais {trabalham|estão no serviço} e {não podem faltar|temem o desconto no salário}",
        "{em áreas rurais e ribeirinhas|nas regiões mais distantes}, {a distância|a falta de transporte} e {a ausência|a escassez} de equipes transformam uma simples dose em {um desafio|uma longa viagem}",
      ],
      example: [
        "uma diarista que {perderia|deixaria de ganhar} o dia de trabalho para {levar|acompanhar} o filho ao posto {acaba|termina} {adiando|por adiar} {a vacina|a segunda dose}",
        "{famílias|moradores} de {comunidades ribeirinhas|aldeias} {dependem|precisam} de barcos que {passam|chegam} {poucas vezes por ano|apenas quando o rio permite}",
      ],
      effect: [
        "{a proteção|a imunidade} {passa a seguir|acompanha} o mapa da renda, e os mais pobres {adoecem mais|ficam expostos}",
        "{campanhas bem planejadas|boas campanhas} {fracassam|falham} {no último quilômetro|na porta das casas}, {onde|lugar em que} {a vacina|o serviço} não chega",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "em 1904, durante a Revolta da Vacina, a população do Rio de Janeiro {enfrentou|foi às ruas contra} a campanha {de vacinação obrigatória|obrigatória de vacinação} {liderada|conduzida} por Oswaldo Cruz",
      link: [
        "{mais de um século depois|passado mais de um século}, a desconfiança {reaparece|retorna}, agora {alimentada|espalhada} pelas telas, e não pela {força policial|falta de diálogo}",
        "{o episódio|a história} {ensina|mostra} que a vacina e a informação {precisam|devem} andar juntas",
      ],
      back: "a Revolta da Vacina {ficará|permanecerá} apenas nos livros de História",
    },
    {
      kind: "ideal",
      cite: "o Programa Nacional de Imunizações, {criado|instituído} em 1973, fez do Brasil {referência|exemplo} mundial e ajudou a eliminar a poliomielite do país",
      link: [
        "essa conquista está {ameaçada|em risco} quando o calendário dos filhos é {ignorado|adiado}",
        "{o personagem Zé Gotinha|o Zé Gotinha}, {símbolo|rosto} dessa história, precisa voltar a {ocupar|frequentar} {escolas e telas|o imaginário das crianças}",
      ],
      back: "o Programa Nacional de Imunizações {recuperará|terá de volta} o {brilho|sucesso} que fez do Brasil um exemplo",
    },
    {
      kind: "idea",
      cite: "o astrônomo Carl Sagan, em “O mundo assombrado pelos demônios”, {alerta|adverte} que uma sociedade dependente da ciência e {incapaz de|sem preparo para} {compreendê-la|entendê-la} corre {perigo|grande risco}",
      link: [
        "{recusar|rejeitar} vacinas {seguras|testadas} com base em {boatos|mensagens anônimas} {é|constitui} {exatamente|justamente} o {perigo|risco} {previsto|apontado} pelo autor",
        "{a tecnologia|o celular} que {espalha|divulga} o boato {nasceu|é fruto} da mesma ciência que {o boato nega|produz as vacinas}",
      ],
      back: "a ciência, {tão defendida|defendida com paixão} por Carl Sagan, voltará a iluminar {as escolhas das famílias|o debate público}",
    },
  ],
  tags: ["health", "childhood", "others"],
  counter: [
    {
      claim: "{vacinar-se|tomar ou não a vacina} é uma {decisão|escolha} {apenas|puramente} individual",
      reply:
        "{o vírus|a doença} não {respeita|conhece} {fronteiras entre corpos|escolhas pessoais}, e {a recusa de um|a decisão de um só} {atinge|ameaça} {os demais|quem não pode se vacinar}",
    },
    {
      claim: "as vacinas {foram feitas|são produzidas} {depressa demais|às pressas} para serem confiáveis",
      reply:
        "{todas passam|cada uma passa} por {testes rigorosos|várias fases de testes} e {pela aprovação|por análise} da Anvisa antes de chegar aos postos",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Saúde",
      action:
        "{retomar|realizar} campanhas {nacionais|permanentes} de vacinação {em linguagem simples|na televisão e nas redes sociais}",
      means: "{parcerias|acordos} com {influenciadores, escolas e líderes religiosos|emissoras e plataformas digitais}",
      purpose: "{recuperar|restaurar} a confiança {da população|das famílias} nas vacinas",
      detail:
        "os vídeos {devem|precisam} responder às dúvidas mais comuns, com {médicos da própria região|depoimentos de quem viveu as epidemias}",
    },
    {
      agent: "as secretarias municipais de saúde",
      action:
        "{ampliar|estender} o horário dos postos e {levar|enviar} equipes às {escolas e praças|comunidades distantes}",
      means: "{unidades móveis|vans e barcos equipados} e {plantões|mutirões} nos fins de semana",
      purpose: "{facilitar|garantir} o acesso {de quem trabalha|das famílias pobres} às doses",
      detail:
        "{os agentes comunitários|as equipes de saúde da família} {devem|podem} {conferir|verificar} as cadernetas {de casa em casa|durante as visitas} e {agendar|marcar} {no mesmo dia|na hora} as doses {atrasadas|que faltam}",
    },
    {
      agent: "as escolas",
      action: "{ensinar|discutir} {a história e o funcionamento das vacinas|como funcionam as vacinas}",
      means:
        "{aulas de Ciências|projetos interdisciplinares} e {encontros|conversas} com {pesquisadores|profissionais de saúde}",
      purpose: "{formar|preparar} {jovens|cidadãos} capazes de {desmentir boatos|reconhecer uma informação falsa}",
      detail:
        "{os próprios alunos|as turmas} {podem|devem} {produzir|criar} {cartazes e vídeos|um jornal} para {esclarecer|orientar} {os pais|a vizinhança}",
    },
  ],
  vague: [
    "a vacina {é boa|salva vidas}, mas tem gente {que não acredita|com medo dela}",
    "{as doenças|essas doenças} {estão voltando|podem voltar} e {isso é perigoso|ninguém quer isso}",
    "{na internet|no celular} falam {muita mentira|muita coisa errada} sobre as vacinas",
    "{todo mundo|cada um} {deve|precisa} se vacinar {para não ficar doente|e levar os filhos}",
    "antigamente {as pessoas|todos} {tomavam|iam tomar} vacina {na escola|sem reclamar}",
  ],
  source: [
    "segundo o texto I, cobertura vacinal é a parte da população que recebeu as doses recomendadas",
    "o texto motivador lembra que a poliomielite foi eliminada do Brasil graças à vacinação",
    "no cartaz do texto II, o Zé Gotinha convida as crianças para o dia da vacina",
  ],
};
