/** @file Theme: violence in the cities. */
import type { Theme } from "../types";

/** Violence in the cities. */
export const urbanViolence: Theme = {
  id: "urban-violence",
  title: "caminhos para enfrentar a violência urbana no Brasil",
  problem: ["a violência urbana", "a insegurança nas cidades", "o avanço da criminalidade nos centros urbanos"],
  right: ["o direito à vida", "a paz social", "a segurança da população"],
  victims: ["os jovens das periferias", "os moradores das áreas de risco", "os cidadãos amedrontados"],
  broad: ["a vida em sociedade", "a política", "as cidades grandes"],
  scene: [
    "{grades, cercas elétricas e muros altos|muros cada vez mais altos} {tomaram|mudaram} a paisagem das cidades, {sinal|prova} de que {o medo|a desconfiança} {passou a fazer|faz} parte da rotina",
    "{mães|famílias} {esperam|aguardam} acordadas a volta dos filhos, {pois|já que} {andar|caminhar} à noite {tornou-se|virou} um risco em {muitos bairros|quase toda cidade}",
    "{escolas|comércios} {fecham|encerram as atividades} mais cedo por causa de tiroteios, e {crianças|alunos} {aprendem|acostumam-se} a {se deitar no chão|distinguir o som das armas}",
  ],
  causes: [
    {
      np: ["a desigualdade social", "o abismo entre ricos e pobres"],
      why: [
        "{onde|nos lugares em que} o Estado {não oferece|deixa de oferecer} escola, {lazer|cultura} e emprego, o crime {se apresenta|surge} como {promessa|atalho} de renda e de {reconhecimento|pertencimento}",
        "{a convivência|a proximidade} entre {luxo e miséria|mansões e barracos}, sem {oportunidades reais|perspectiva de mudança}, {alimenta|produz} {frustração|revolta} e {enfraquece|rompe} os laços sociais",
      ],
      example: [
        "um adolescente que {abandona|deixa} a escola para {ajudar em casa|trabalhar} e {não encontra|não consegue} emprego {torna-se|é} alvo fácil do {tráfico|crime organizado}",
        "{em bairros|nas comunidades} sem {praça, biblioteca ou quadra|qualquer opção de lazer}, {a esquina|a rua} {acaba sendo|é} o único espaço de {encontro|convívio} dos jovens",
      ],
      effect: [
        "{vidas promissoras|muitas vidas} {são interrompidas|terminam} cedo, e {as famílias|as comunidades} {convivem|passam a conviver} com o luto",
        "{o ciclo|a espiral} de {exclusão|pobreza} e {revolta|violência} {se renova|atravessa gerações}",
      ],
    },
    {
      np: ["a ineficiência do sistema de segurança e justiça", "a impunidade"],
      why: [
        "boa parte dos crimes não é {investigada|esclarecida}, o que {transmite|passa} à sociedade a {mensagem|impressão} de que {vale a pena|compensa} desrespeitar a lei",
        "{a polícia|o policiamento} {carece|precisa} de {inteligência|tecnologia} e de {formação|preparo}, e {presídios superlotados|cadeias em condições precárias} {devolvem|entregam} às ruas {pessoas mais violentas|homens sem perspectiva}",
      ],
      example: [
        "{processos|inquéritos} {se acumulam|ficam parados} por anos nas {gavetas|prateleiras}, enquanto {testemunhas|as famílias das vítimas} {vivem com medo|perdem a esperança}",
        "quem sofre um assalto {muitas vezes|com frequência} {desiste|deixa} de registrar a ocorrência porque {não acredita|já não acredita} em {resposta|solução}",
      ],
      effect: [
        "{a confiança|a crença} nas instituições {diminui|enfraquece}, e {cresce|ganha força} a {tentação|ideia} da justiça com as próprias mãos",
        "{o criminoso|quem comete o crime} {sente-se|fica} {livre|à vontade}, e o cidadão honesto torna-se {prisioneiro|refém} em casa",
      ],
    },
    {
      np: ["a facilidade de acesso às armas", "a circulação de armas ilegais"],
      why: [
        "{conflitos banais|discussões de trânsito e de vizinhança}, que {terminariam|poderiam terminar} em {ofensas|bate-boca}, {acabam|terminam} em tragédia quando {há|existe} uma arma por perto",
        "{fronteiras|as fronteiras} {extensas|mal vigiadas} e {o desvio|o roubo} de armamento {abastecem|alimentam} {facções|quadrilhas} que {enfrentam|desafiam} o próprio Estado",
      ],
      example: [
        "{uma briga|um desentendimento} em {um bar|uma festa} {deixa|faz} vítimas {em segundos|sem chance de defesa} apenas porque {alguém|um dos envolvidos} {estava armado|carregava um revólver}",
        "{armas de uso restrito|fuzis} {aparecem|surgem} nas mãos de {adolescentes|criminosos}, {retrato|sinal} do {fracasso|descontrole} na vigilância das fronteiras",
      ],
      effect: [
        "{o número de mortes|a letalidade} {cresce|aumenta}, {sobretudo|principalmente} entre jovens {negros e pobres|das periferias}",
        "{a rua|a cidade} {deixa de ser|não é mais} {lugar|espaço} de encontro e {vira|torna-se} {território|campo} de disputa",
      ],
    },
  ],
  repertoire: [
    {
      kind: "idea",
      cite: "o filósofo inglês Thomas Hobbes, em “Leviatã”, {afirma|sustenta} que os homens {criaram|aceitaram} o Estado para {escapar|fugir} de uma vida {violenta|marcada pelo medo}",
      link: [
        "{esse pacto|tal acordo} {é rompido|enfraquece} quando o poder público {abandona|deixa} {bairros inteiros|parte da população} à própria sorte",
        "{um Estado|o poder público} que {não protege|falha em proteger} {descumpre|trai} a razão de {sua própria existência|ter sido criado}",
      ],
      back: "o pacto {descrito|imaginado} por Thomas Hobbes {será honrado|voltará a fazer sentido}",
    },
    {
      kind: "mirror",
      cite: "em “Capitães da areia”, {de 1937|romance de 1937}, Jorge Amado {narra|conta} a vida de meninos {abandonados|de rua} em Salvador, {empurrados|levados} ao crime pela {miséria|falta de amparo}",
      link: [
        "{os capitães|os meninos} {de hoje|do presente} {vivem|estão} em todas as capitais, {à espera|carentes} de {escola, afeto e oportunidade|alguém que os veja antes da polícia}",
        "{como no romance|à semelhança do livro}, {a sociedade|o poder público} {só enxerga|apenas nota} essas crianças quando {elas a ameaçam|o delito já ocorreu}",
      ],
      back: "os capitães da areia {do século XXI|de hoje} {terão|encontrarão} {escola em vez de|livros no lugar de} armas",
    },
    {
      kind: "mirror",
      cite: "o filme “Cidade de Deus”, de 2002, {dirigido por Fernando Meirelles|inspirado no livro de Paulo Lins}, {mostra|retrata} como o tráfico {recruta|seduz} crianças em uma comunidade {esquecida|abandonada} pelo Estado",
      link: [
        "o enredo, {passado|ambientado} em décadas anteriores, {poderia|bem poderia} {ter sido filmado|ter acontecido} {ontem|na semana passada}",
        "entre a câmera e a arma, o personagem Buscapé {escolheu|ficou com} a primeira, {chance|oportunidade} que {falta|é negada} a {muitos|tantos} jovens reais",
      ],
      back: "mais jovens {poderão|conseguirão}, como Buscapé, {trocar|substituir} a arma {pela câmera|por um sonho}",
    },
  ],
  tags: ["rights", "inequality", "others", "city"],
  counter: [
    {
      claim: "{penas mais duras|leis mais severas} {bastam|são suficientes} para {acabar com|reduzir} o crime",
      reply:
        "{o que|aquilo que} {inibe|desencoraja} o criminoso é a certeza da punição, e não {apenas|somente} {o tamanho|a dureza} da pena",
    },
    {
      claim: "a {solução|saída} está em {armar a população|cada um se armar}",
      reply:
        "um país mais armado {tende a|pode} {multiplicar|aumentar} {as mortes por motivos fúteis|os acidentes domésticos}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Justiça e Segurança Pública",
      action: "{investir em|fortalecer} {polícia técnica|inteligência policial} e {controlar|vigiar} as fronteiras",
      means: "um sistema nacional de dados e cooperação entre {as polícias|União e estados}",
      purpose: "{esclarecer|solucionar} crimes e {retirar|tirar} armas ilegais de circulação",
      detail:
        "{os agentes|os policiais} {devem|precisam} {receber|passar por} formação {continuada|permanente} em direitos humanos e {mediação de conflitos|uso proporcional da força}",
    },
    {
      agent: "as prefeituras",
      action:
        "{abrir|manter abertas} escolas {nos fins de semana|em tempo integral} e {criar|construir} {centros culturais|quadras e oficinas} nas periferias",
      means:
        "{parcerias com ONGs e universidades|convênios com o Governo Federal} e contratação de {monitores da própria comunidade|educadores locais}",
      purpose: "{oferecer|garantir} aos jovens {alternativas|oportunidades} {ao crime|longe do tráfico}",
      detail:
        "{as atividades|as oficinas} {devem|podem} {incluir|reunir} {esporte, música e tecnologia|cursos profissionalizantes}, com {bolsas|auxílio} para quem {frequenta a escola|conclui o ano letivo}",
    },
    {
      agent: "o Poder Judiciário",
      action: "{agilizar|acelerar} o julgamento {dos crimes contra a vida|dos processos parados}",
      means: "{mutirões|forças-tarefa} e {digitalização|informatização} dos inquéritos",
      purpose: "{reduzir|combater} a {sensação de impunidade|descrença na Justiça}",
      detail:
        "{as penas alternativas|as penas leves} {devem|podem} {acompanhar|incluir} {estudo e trabalho|cursos e serviço comunitário}, {o que facilita|medida que favorece} a volta ao convívio social",
    },
  ],
  vague: [
    "{a violência|o crime} {está|anda} {demais|em todo lugar} e ninguém {tem paz|consegue sair tranquilo}",
    "{os bandidos|os ladrões} {estão soltos|não têm medo} e o trabalhador fica preso {em casa|com medo}",
    "{a polícia|o policial} não dá conta de {tudo|tanta coisa} e {falta segurança|as ruas são perigosas}",
    "{todo dia|toda semana} {tem|acontece} um assalto {novo|diferente} {no jornal|na televisão}",
    "{a paz|o respeito} {começa|deve começar} {em casa|dentro de cada um} e {depende do|cresce com o} exemplo dos pais",
  ],
  source: [
    "o texto I define violência como o uso da força contra outra pessoa ou contra um grupo",
    "segundo o texto motivador, a maior parte das vítimas de homicídio no Brasil é jovem",
    "o texto II mostra que o medo muda os hábitos de quem mora nas grandes cidades",
  ],
};
