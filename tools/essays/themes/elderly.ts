/** @file Theme: care for the elderly. */
import type { Theme } from "../types";

/** Care for the elderly. */
export const elderly: Theme = {
  id: "elderly",
  title: "os desafios do envelhecimento e do cuidado com os idosos no Brasil",
  problem: ["o abandono dos idosos", "a negligência com a população idosa", "o desamparo na velhice"],
  right: ["a dignidade na velhice", "o respeito às pessoas idosas", "o direito a um envelhecimento saudável"],
  victims: ["os idosos", "os brasileiros mais velhos", "os avós de famílias pobres"],
  broad: ["a família", "a velhice", "a vida"],
  scene: [
    "o país {envelhece|fica mais velho} a cada década, mas {cidades, serviços e famílias|suas cidades e seus serviços} {não se prepararam|pouco se prepararam} para {acolher|receber} tantos cabelos brancos",
    "{muitos|não poucos} idosos passam {os dias|semanas} {sozinhos|sem receber visita}, {em apartamentos silenciosos|diante da televisão}, à espera de {um telefonema|uma conversa}",
    "{golpes financeiros|empréstimos feitos por parentes}, {maus-tratos|humilhações} e {longas filas|falta de remédios} marcam a velhice de {muitos brasileiros|quem trabalhou a vida inteira}",
  ],
  causes: [
    {
      np: ["a cultura que supervaloriza a juventude", "o etarismo presente na sociedade"],
      why: [
        "uma sociedade que {mede|avalia} as pessoas pela {produtividade|aparência} {tende a|costuma} enxergar {no idoso|em quem se aposentou} {um peso|alguém descartável}",
        "{a publicidade e as redes sociais|as novelas e as propagandas} {vendem|divulgam} a ideia de que envelhecer é {um defeito|uma derrota}, e não {uma conquista|uma etapa natural} da vida",
      ],
      example: [
        "um profissional {experiente|qualificado} que {perde o emprego|é demitido} depois dos sessenta anos {raramente|dificilmente} {recebe|consegue} {outra oportunidade|uma entrevista}, por melhor que seja o seu currículo",
        "{piadas|frases} como “isso não é mais para a sua idade”, {ditas|repetidas} {no trabalho e em casa|com naturalidade}, {ensinam|convencem} o idoso a {se calar|desistir de seus planos}",
      ],
      effect: [
        "a experiência {acumulada|reunida} por décadas {é desperdiçada|se perde}, e {o isolamento|a depressão} {avança|cresce} entre os mais velhos",
        "o idoso passa a acreditar que {incomoda|atrapalha} e {se afasta|se retira} {da vida social|do convívio}",
      ],
    },
    {
      np: ["a falta de políticas públicas de cuidado", "a insuficiência dos serviços voltados aos mais velhos"],
      why: [
        "faltam {geriatras e cuidadores|centros de convivência} na rede pública, e as famílias {sem recursos|mais pobres} {ficam|são deixadas} {sozinhas|sem orientação} com {a tarefa de cuidar|toda a responsabilidade}",
        "{calçadas irregulares|ônibus de degraus altos}, {letras miúdas|prédios sem rampa} e {aplicativos confusos|serviços apenas digitais} {mostram|revelam} que as cidades {não foram pensadas|raramente são pensadas} para {quem envelhece|todas as idades}",
      ],
      example: [
        "uma filha que {deixa o emprego|abandona o curso} para cuidar da mãe {com Alzheimer|doente} {não encontra|procura em vão} {um centro-dia|um serviço público} que {a ajude|divida essa tarefa com ela}",
        "um aposentado {que mora sozinho|viúvo} {espera|aguarda} {meses|muito tempo} por {uma consulta|um exame} e {gasta|consome} em remédios boa parte da {renda|aposentadoria}",
      ],
      effect: [
        "{o cuidado|a tarefa de cuidar} {recai|pesa} quase sempre sobre as mulheres da casa, {exaustas|sem apoio}",
        "{doenças controláveis|problemas simples} {agravam-se|tornam-se graves}, e {os hospitais|as emergências} {recebem|atendem} {tarde demais|em crise} quem {poderia ter sido acompanhado|precisava apenas de prevenção}",
      ],
    },
    {
      np: ["o enfraquecimento dos laços familiares", "a distância entre as gerações"],
      why: [
        "{a rotina acelerada|o ritmo de trabalho} e as famílias {cada vez menores|espalhadas pelo país} {reduziram|encurtaram} o tempo de convivência entre {avós e netos|jovens e velhos}",
        "{cada geração|cada faixa de idade} {vive|permanece} {diante da própria tela|em seu próprio mundo}, com poucos momentos de {conversa|troca} {à mesa|em comum}",
      ],
      example: [
        "{em instituições de longa permanência|em muitos asilos}, {há|vivem} idosos que {só recebem visitas|são lembrados apenas} no Natal, {embora|ainda que} {os filhos|os parentes} {morem|vivam} na mesma cidade",
        "uma avó que {sabe|guarda} {receitas, cantigas e histórias|a memória do bairro} já não {tem|encontra} a quem contar tudo isso, porque o neto {não tira os olhos da tela|nunca foi ensinado a ouvir}",
      ],
      effect: [
        "{a solidão|o abandono afetivo} {adoece|fere} tanto quanto {a doença|a falta de remédios}, embora {deixe menos marcas|seja menos visível}",
        "os jovens {perdem|deixam de receber} {a memória da família|lições preciosas} e {crescem|amadurecem} com medo de {envelhecer|um dia serem tratados assim}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "ideal",
      cite: "o Estatuto da Pessoa Idosa, {de 2003|em vigor há mais de vinte anos}, {determina|estabelece} que {a família, a sociedade e o Estado|família e poder público} {devem|têm o dever de} {amparar|proteger} quem {tem|completou} sessenta anos ou mais",
      link: [
        "a lei {é generosa|avançou}, {mas a convivência diária|mas o dia a dia} {ainda|} trata o idoso como {um peso|um estorvo}",
        "há uma distância {enorme|dolorosa} entre {o texto da lei|o que diz a lei} e {a fila do posto de saúde|o quarto vazio do asilo}",
      ],
      back: "o Estatuto da Pessoa Idosa {será cumprido|deixará de ser letra morta} {em cada casa|em todo o país}",
    },
    {
      kind: "mirror",
      cite: "na animação “Up: altas aventuras”, de 2009, o viúvo Carl {vive|está} {isolado|fechado em casa} até que {a amizade de|a companhia de} um menino {lhe devolve|traz de volta} a vontade de viver",
      link: [
        "o filme {mostra|lembra} que {o convívio entre gerações|o afeto} faz bem a {jovens e velhos|todas as idades}",
        "{nas cidades brasileiras|no Brasil}, {sobram|há muitos} idosos como Carl, mas são raras as portas em que alguém {bate|toca a campainha}",
      ],
      back: "os idosos {encontrarão|terão}, como o Carl {da animação|de “Up”}, {novas razões|bons motivos} para {sonhar|voar}",
    },
    {
      kind: "idea",
      cite: "a filósofa Simone de Beauvoir, no ensaio “A velhice”, {denuncia|critica} a sociedade que {valoriza|respeita} o indivíduo {enquanto produz|apenas enquanto ele produz} e o {descarta|esquece} depois",
      link: [
        "{essa denúncia|a crítica da autora} {vale|serve} para o Brasil, onde a aposentadoria {muitas vezes|frequentemente} {significa|representa} o início da {invisibilidade|solidão}",
        "{tratar|enxergar} os mais velhos como {peças gastas|máquinas usadas} é {negar|ignorar} a humanidade {deles|de todos nós}, já que {todos envelhecem|esse é o destino comum}",
      ],
      back: "a velhice {deixará de ser|não mais será}, como denunciava Simone de Beauvoir, {sinônimo|tempo} de esquecimento",
    },
  ],
  tags: ["rights", "others", "health"],
  counter: [
    {
      claim: "{cuidar dos idosos|esse cuidado} é {obrigação|tarefa} {exclusiva da família|apenas dos filhos}",
      reply:
        "{muitas famílias|inúmeras famílias} não {têm|encontram} tempo nem dinheiro para isso, e {a própria lei|a Constituição} {divide|reparte} esse dever com {o Estado|a sociedade}",
    },
    {
      claim: "{investir nos mais velhos|gastar com a velhice} é um luxo em um país {pobre|cheio de carências}",
      reply:
        "{prevenir|cuidar antes} custa {menos|bem menos} que {tratar emergências|internar}, e os jovens de hoje {envelhecerão|serão os idosos de amanhã}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Saúde",
      action: "{abrir|criar} centros-dia {para idosos|nos bairros} e {ampliar|fortalecer} as visitas domiciliares",
      means:
        "{repasses|verbas} aos municípios e {concursos|programas} para {geriatras, cuidadores e fisioterapeutas|equipes especializadas}",
      purpose: "{prevenir|evitar} doenças e {aliviar|dividir} o trabalho das famílias",
      detail:
        "{as equipes|os profissionais} {devem|precisam} {atender|visitar} primeiro {quem mora sozinho|os que não têm parentes}, {com o apoio|com a ajuda} dos agentes comunitários",
    },
    {
      agent: "as escolas",
      action:
        "{promover|organizar} encontros {semanais|regulares} entre {alunos|crianças} e idosos {da comunidade|do bairro}",
      means: "{oficinas|rodas} de {histórias, culinária e informática|memória e de tecnologia}",
      purpose: "{aproximar|reunir} as gerações e {combater|desfazer} o preconceito contra {a velhice|quem envelhece}",
      detail:
        "{nesses encontros|em cada encontro}, os jovens {podem|devem} {ensinar|explicar} o uso do celular e {aprender|ouvir} a história do bairro {com quem a viveu|contada por quem a viveu}",
    },
    {
      agent: "as prefeituras",
      action: "{reformar|adaptar} calçadas, praças e ônibus às {necessidades|condições} dos mais velhos",
      means: "um plano municipal de acessibilidade {elaborado|discutido} com o Conselho do Idoso",
      purpose: "{garantir|permitir} que {os idosos circulem|todos circulem} com {segurança|autonomia}",
      detail:
        "{as mudanças|as obras} {devem|precisam} {incluir|prever} {bancos, corrimãos e boa iluminação|semáforos mais lentos e rampas} nas ruas {próximas|vizinhas} aos postos de saúde",
    },
  ],
  vague: [
    "os idosos {merecem|precisam de} {respeito|carinho} porque {já viveram muito|já ajudaram muito}",
    "{muitos filhos|muitas famílias} {abandonam|esquecem} os pais {quando ficam velhos|no asilo} e {isso é triste|isso não se faz}",
    "um dia todo mundo {vai ficar velho|vai precisar de ajuda}",
    "os mais velhos {sabem muito|têm muita sabedoria} e {a gente não escuta|os jovens não ligam}",
    "as filas do hospital são {demoradas|enormes} e o idoso {fica esperando|sofre}",
  ],
  source: [
    "o texto I informa que é considerada idosa a pessoa com sessenta anos ou mais",
    "segundo o texto motivador, a população idosa do Brasil cresce em ritmo acelerado",
    "a imagem do texto II mostra uma senhora sentada sozinha em um banco de praça",
  ],
};
