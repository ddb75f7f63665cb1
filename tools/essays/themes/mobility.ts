/** @file Theme: urban mobility and public transport. */
import type { Theme } from "../types";

/** Urban mobility and public transport. */
export const mobility: Theme = {
  id: "mobility",
  title: "os desafios da mobilidade urbana nas cidades brasileiras",
  problem: [
    "a precariedade do transporte {público|coletivo}",
    "a crise da mobilidade urbana",
    "o colapso do trânsito nas grandes cidades",
    "a dificuldade de locomoção nas metrópoles",
  ],
  right: ["o direito de ir e vir", "o direito à cidade", "a qualidade de vida da população urbana"],
  victims: [
    "os trabalhadores das periferias",
    "os passageiros de ônibus e trens",
    "os moradores dos bairros distantes",
  ],
  broad: ["a vida nas cidades", "o crescimento das cidades", "a correria do dia a dia"],
  scene: [
    "{milhões de|muitos} brasileiros {passam|perdem} {horas|boa parte do dia} em {ônibus lotados|filas de carros|terminais superlotados} {para chegar ao trabalho|apenas para cumprir a rotina}",
    "{as capitais|as grandes cidades} {convivem com|acumulam} {congestionamentos|engarrafamentos} diários, {tarifas altas|passagens caras} e {frotas envelhecidas|veículos em mau estado}",
    "{sair de casa|atravessar a cidade} {tornou-se|virou} {um teste de paciência|uma prova de resistência} para quem {depende|precisa} do transporte coletivo",
  ],
  causes: [
    {
      np: ["a prioridade histórica dada ao automóvel", "o modelo rodoviarista adotado pelo país"],
      why: [
        "desde o governo de Juscelino Kubitschek, {a política de transportes|o planejamento nacional} {privilegiou|favoreceu} as rodovias e a indústria automobilística, {enquanto|ao passo que} {trens e bondes|as ferrovias} perderam {espaço|prioridade}",
        "{o carro particular|o automóvel} {foi transformado em|tornou-se} {símbolo|sinal} de {ascensão social|sucesso}, {de modo que|de maneira que} {as avenidas|as obras viárias} {passaram a ser pensadas|são planejadas} {para ele|para poucos}, e não para {a maioria|quem anda a pé ou de ônibus}",
      ],
      example: [
        "{uma única pessoa|um só motorista} {ocupa|toma} na avenida quase o mesmo espaço {que caberia a|destinado a} {vários|muitos} passageiros de ônibus",
        "{cidades que ampliaram|capitais que alargaram} {suas avenidas|seus viadutos} {viram|voltaram a ver}, {em poucos anos|pouco tempo depois}, {as novas pistas|as mesmas vias} {tomadas por|cheias de} {automóveis|carros}",
      ],
      effect: [
        "{as ruas ficam|as cidades ficam} {saturadas|repletas} de carros, e o ar torna-se {cada vez mais poluído|quase irrespirável}",
        "{o transporte sobre trilhos|o metrô} {continua|permanece} {restrito a poucas linhas|insuficiente}, e {quem mora longe|a população mais pobre} {paga|arca com} {o preço dessa escolha|as consequências}",
      ],
    },
    {
      np: ["a falta de investimento no transporte coletivo", "o descaso do poder público com os ônibus e os trens"],
      why: [
        "{os contratos de concessão|os acordos com as empresas de ônibus} {raramente|quase nunca} {exigem|cobram} {qualidade|conforto e pontualidade}, {o que permite|e isso permite} {atrasos|frotas reduzidas} e {veículos sem manutenção|linhas mal distribuídas}",
        "{o orçamento público|o dinheiro dos municípios} {costuma|tende a} {ser destinado|ir} a obras {de grande visibilidade|vistosas}, {e não|em vez de ir} à {renovação da frota|melhoria das linhas existentes}",
      ],
      example: [
        "{uma diarista|um porteiro|uma vendedora} que {mora|vive} na periferia {precisa|chega a} {acordar|sair de casa} {de madrugada|antes do sol} e {tomar|pegar} {duas ou três|várias} conduções {para não perder o emprego|para chegar a tempo}",
        "{nos horários de pico|no fim da tarde}, {passageiros|trabalhadores} {viajam|seguem} {espremidos|em pé e espremidos} {entre|junto a} portas que {mal se fecham|quase não fecham}",
      ],
      effect: [
        "{o passageiro|quem depende do ônibus} {chega|volta para casa} {exausto|esgotado} e {tem menos tempo|sobra-lhe pouco tempo} para {a família, o estudo e o descanso|estudar, descansar e conviver}",
        "{quem pode|quem tem condições} {migra|passa} para o {carro|transporte individual}, {o que aumenta|e isso aumenta} {ainda mais|novamente} os {congestionamentos|engarrafamentos}",
      ],
    },
    {
      np: ["o crescimento desordenado das cidades", "a urbanização sem planejamento"],
      why: [
        "{o êxodo rural do século XX|a industrialização acelerada} {levou|atraiu} {multidões|milhões de famílias} para {as capitais|os centros urbanos} sem que {as cidades|as prefeituras} {tivessem|oferecessem} {infraestrutura|moradia e transporte} {para recebê-las|à altura}",
        "{os empregos|os postos de trabalho} {concentram-se|ficam} nas áreas centrais, {enquanto|ao passo que} {a moradia barata|a casa mais acessível} fica {nas bordas da cidade|em bairros cada vez mais distantes}",
      ],
      example: [
        "{em muitas regiões metropolitanas|em diversas capitais}, {bairros inteiros|conjuntos habitacionais} {foram construídos|surgiram} {a quilômetros|longe} {do centro|dos hospitais, das escolas e das empresas} sem {uma linha de trem|um corredor de ônibus} {que os atendesse|por perto}",
        "{moradores|famílias} de {cidades-dormitório|municípios vizinhos às capitais} {cruzam|atravessam} {diariamente|todos os dias} {a região metropolitana|várias cidades} {apenas para trabalhar|em busca de trabalho}",
      ],
      effect: [
        "{a distância|o trajeto} entre {a casa e o trabalho|a moradia e o emprego} {cresce|aumenta} e {aprofunda|reforça} a {segregação|separação} entre {centro e periferia|ricos e pobres}",
        "{o deslocamento|a viagem diária} {consome|rouba} {renda|dinheiro}, tempo e {saúde|disposição} {justamente|sobretudo} de quem {menos tem|vive com menos}",
      ],
    },
    {
      np: ["a ausência de alternativas seguras ao carro", "a carência de ciclovias e de calçadas adequadas"],
      why: [
        "{as ciclovias|as faixas para bicicletas}, {quando existem|onde existem}, {são curtas|são desconectadas} e {terminam|acabam} {de repente|em avenidas perigosas}, {de modo que|de forma que} {pedalar|andar de bicicleta} {vira|torna-se} {um risco|uma aventura}",
        "calçadas {estreitas e esburacadas|irregulares, sem rampas e mal iluminadas} {desestimulam|afastam} {quem poderia caminhar|os pedestres} e excluem {idosos e cadeirantes|pessoas com deficiência}",
      ],
      example: [
        "{um estudante|um jovem} que {gostaria de|pretende} ir à escola {de bicicleta|pedalando} {desiste|acaba desistindo} {diante do|por causa do} medo de {ser atropelado|dividir a pista com caminhões}",
        "{uma senhora|um idoso} {com dificuldade de locomoção|que usa bengala} {muitas vezes|com frequência} {precisa|é forçado a} {caminhar pelo asfalto|andar na rua}, {porque a calçada|já que o passeio} {está tomado por buracos|simplesmente não existe}",
      ],
      effect: [
        "{até|mesmo} os trajetos curtos {passam a ser|são} feitos de {carro|automóvel}, o que {lota|sobrecarrega} as {ruas|vias} {sem necessidade|à toa}",
        "{meios limpos|formas saudáveis} de {transporte|deslocamento} {deixam de ser|nunca se tornam} {uma escolha real|opção} para {a maioria|grande parte} {da população|dos cidadãos}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "ideal",
      cite: "a {Política Nacional de Mobilidade Urbana|lei que instituiu a Política Nacional de Mobilidade Urbana}, {de 2012|sancionada em 2012}, {determina|estabelece} que o transporte {coletivo|público} e os meios não motorizados {têm|devem ter} prioridade sobre {o carro particular|o transporte individual}",
      link: [
        "{basta observar|é suficiente olhar} as {avenidas|ruas} de qualquer capital para {perceber|notar} que {essa prioridade|tal determinação} {ainda não saiu|pouco saiu} do papel",
        "{a lei|essa norma} {pouco altera|quase não muda} a rotina de quem {espera|aguarda} {por longo tempo|longamente} um ônibus {que já chega lotado|sem lugar}",
      ],
      back: "a prioridade prevista na Política Nacional de Mobilidade Urbana {sairá|poderá, enfim, sair} do papel",
    },
    {
      kind: "idea",
      cite: "{o geógrafo|o pensador} Milton Santos {mostrou|demonstrou}, {em|na obra} “O espaço do cidadão”, que {o lugar onde se mora|o endereço de uma pessoa} {define|influencia}, no Brasil, {o quanto ela vale como cidadã|o seu acesso aos direitos}",
      link: [
        "{quem vive|quem nasce} {nas bordas da metrópole|longe do centro} {gasta|perde} no trajeto horas que {o morador do centro|o vizinho do metrô} {dedica|pode dedicar} {ao estudo e ao lazer|a si mesmo}",
        "{a distância até o trabalho|a demora da viagem} {deixa de ser|não é} {mero detalhe|um simples incômodo} e {passa a ser|torna-se} {uma forma de desigualdade|medida de cidadania}",
      ],
      back: "o endereço de cada um {deixará de determinar|não mais definirá}, como {lamentava|advertia} Milton Santos, {o valor do cidadão|o acesso aos direitos}",
    },
    {
      kind: "mirror",
      cite: "{na canção|na música} “Construção”, de 1971, Chico Buarque {retrata|canta} um {operário|trabalhador} cuja morte {é lembrada|é sentida} {apenas|somente} por {atrapalhar o tráfego|atrapalhar o trânsito}",
      link: [
        "{décadas depois|mais de meio século depois}, {o fluxo dos carros|a pressa dos automóveis} {ainda parece|continua a parecer} {valer mais|importar mais} {do que|que} {as pessoas que trabalham|a vida de quem trabalha}",
        "{fora da canção|longe dos versos}, {o trabalhador|a classe trabalhadora} {ainda|também} perde {espaço para os carros|a cidade para os automóveis} {todos os dias|diariamente}",
      ],
      back: "o trabalhador {da canção|de “Construção”} {deixará de ser|não será mais} {um estorvo|visto como obstáculo} ao tráfego e {será tratado|passará a ser visto} como cidadão",
    },
  ],
  tags: ["rights", "city", "inequality"],
  counter: [
    {
      claim:
        "{a construção|a abertura} de {novas avenidas e viadutos|mais pistas} {basta|é suficiente} para {resolver|acabar com} os engarrafamentos",
      reply:
        "{vias mais largas|pistas novas} {apenas|somente} {atraem|convidam} mais {carros|automóveis}, {e o alívio|de modo que o alívio} {dura pouco|logo desaparece}",
    },
    {
      claim: "{o transporte coletivo|o ônibus} {é caro demais|custa caro} para os cofres {públicos|municipais}",
      reply:
        "{o prejuízo|o custo} {causado pelos|dos} congestionamentos, {em horas de trabalho|em tempo perdido} e em {doenças respiratórias|gastos com saúde}, {também|igualmente} {recai sobre|é pago por} {toda a sociedade|todos}",
    },
  ],
  measures: [
    {
      agent: "as prefeituras",
      action:
        "{ampliar|expandir} {os corredores exclusivos de ônibus|as faixas exclusivas} e {renovar a frota|integrar as linhas existentes}",
      means:
        "{parcerias com o Governo Federal|recursos do Ministério das Cidades} e {contratos que exijam|concessões que cobrem} {pontualidade e conforto|qualidade das empresas}",
      purpose:
        "{reduzir|diminuir} o tempo de viagem {dos trabalhadores|de quem mora longe} e tornar o transporte coletivo {uma opção melhor que o carro|mais atraente que o automóvel}",
      detail:
        "o valor da passagem {deve|precisa} ser {discutido|debatido} em {audiências públicas|conselhos com participação dos usuários}, para que {a população|quem usa o serviço} possa opinar",
    },
    {
      agent: "o Ministério das Cidades",
      action:
        "{financiar|custear} a {construção|expansão} de {metrôs e trens|linhas sobre trilhos} nas regiões metropolitanas",
      means:
        "{um fundo nacional|um programa permanente} de {mobilidade|transporte}, mantido com {parte dos impostos sobre combustíveis|recursos do orçamento da União}",
      purpose: "{encurtar|reduzir} as distâncias entre {a periferia e o centro|a moradia e o emprego}",
      detail:
        "{as obras|os projetos} {devem|precisam} {começar|ter início} {pelos bairros mais distantes|pelas regiões mais pobres}, {onde|nas quais} a espera {é mais longa|costuma ser maior}",
    },
    {
      agent: "os governos municipais",
      action: "{construir|implantar} uma rede {contínua|conectada} de ciclovias e {recuperar|reformar} as calçadas",
      means:
        "{mudanças no plano diretor|parcerias com universidades} e {concursos|editais} para urbanistas e engenheiros",
      purpose:
        "{oferecer|garantir} {trajetos seguros|caminhos seguros} a {pedestres e ciclistas|quem caminha ou pedala}",
      detail:
        "{essas vias|tais rotas} {devem|precisam} {ligar|conectar} {escolas, terminais e postos de saúde|os bairros aos terminais de ônibus}, {com sinalização e iluminação|bem iluminadas e sinalizadas}",
    },
  ],
  vague: [
    "o trânsito {hoje em dia|nas cidades} está {muito ruim|cada vez pior} e todo mundo {reclama|fica nervoso}",
    "{os ônibus|os transportes} {vivem|estão sempre} {cheios|lotados} e {ninguém faz nada|isso não é bom}",
    "{as pessoas|muitas pessoas} preferem {carro|andar de carro} {porque é melhor|porque é mais fácil}",
    "{o transporte|o transporte público} é {uma coisa importante|muito importante} {na vida das pessoas|para todos}",
    "quem {anda de ônibus|pega trem} {sabe|já sabe} {como é difícil|que não é fácil}",
    "{as cidades|as cidades grandes} {cresceram muito|estão muito grandes} e {há carro demais|os carros não param}",
  ],
  source: [
    "o texto motivador diz que a mobilidade urbana é a condição criada para que as pessoas possam se deslocar entre as diferentes áreas de uma cidade",
    "de acordo com o texto I, o número de veículos nas ruas cresce mais rápido do que a população das cidades",
    "como mostra a charge do texto II, o passageiro chega cansado ao trabalho antes mesmo de começar o expediente",
  ],
};
