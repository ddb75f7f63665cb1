/** @file Theme: museums and historical heritage. */
import type { Theme } from "../types";

/** Museums and historical heritage. */
export const heritage: Theme = {
  id: "heritage",
  title: "a preservação do patrimônio histórico e cultural brasileiro",
  problem: ["o abandono do patrimônio histórico", "o descaso com os museus", "a degradação dos bens culturais"],
  right: ["a memória nacional", "o acesso à cultura", "a identidade do povo brasileiro"],
  victims: ["os moradores dos centros históricos", "os estudantes", "as próximas gerações"],
  broad: ["a cultura", "a história", "o turismo"],
  scene: [
    "casarões {centenários|coloniais} {desabam|apodrecem} em silêncio, {cobertos de pichações|tomados pelo mato}, enquanto a cidade passa {apressada|indiferente}",
    "{museus|pequenos museus} {fecham as portas por falta de verba|funcionam entre goteiras}, {embora|ainda que} {guardem|abriguem} {documentos e obras|peças} que {não existem|não se encontram} em nenhum outro lugar",
    "{muitos|não poucos} brasileiros {conhecem|já viram} {o Louvre|museus estrangeiros} por fotografias e {nunca entraram|jamais pisaram} no museu {da própria cidade|mais próximo de casa}",
  ],
  causes: [
    {
      np: ["a falta de investimento público em cultura", "o baixo orçamento destinado à preservação"],
      why: [
        "{em tempos de crise|a cada ajuste das contas}, a cultura é {a primeira|sempre a primeira} a {perder verba|sofrer cortes}, como se {preservar|cuidar da memória} fosse {luxo|gasto supérfluo}",
        "{sem manutenção|sem recursos para o básico}, {cupins, goteiras|fios velhos, goteiras} e infiltrações {destroem|consomem} aos poucos o que {séculos|gerações} {construíram|conservaram}",
      ],
      example: [
        "em setembro de 2018, o incêndio do Museu Nacional, no Rio de Janeiro, {consumiu|reduziu a cinzas} {grande parte|a maior parte} de um acervo {reunido|formado} ao longo de duzentos anos",
        "{há cidades|existem cidades} em que o arquivo público ocupa {um porão úmido|uma sala úmida}, e os documentos {se desfazem|mofam} {antes de serem lidos|sem que ninguém os leia}",
      ],
      effect: [
        "perdas {irreparáveis|definitivas} {se acumulam|sucedem-se}, {pois|já que} nenhuma verba devolve a peça que {virou cinza|se perdeu}",
        "{o turismo|a economia local} {perde|deixa de ganhar} {visitantes|renda}, e {a comunidade|a cidade} {deixa de ver|já não vê} {valor|beleza} no que tem",
      ],
    },
    {
      np: ["a pouca educação patrimonial", "o desconhecimento da população sobre a própria história"],
      why: [
        "ninguém protege aquilo que não {conhece|compreende}, e a escola {raramente|quase nunca} {leva|conduz} os alunos aos lugares {em que a história aconteceu|onde a história foi feita}",
        "{o ensino|o currículo} {prefere|privilegia} {datas e nomes|batalhas distantes} e {deixa de fora|esquece} {a rua, a festa e o mestre|a memória viva} da comunidade",
      ],
      example: [
        "{um grupo|uma turma} de estudantes {passa|caminha} todos os dias {por um sobrado|diante de um casarão} {do tempo do Império|em que viveu um escritor} sem {saber|imaginar} {o que ele guarda|quem morou ali}",
        "{pichadores|jovens} que {riscam|depredam} um monumento {muitas vezes|quase sempre} {desconhecem|ignoram} que ele conta {a história|a luta} de seus {próprios avós|antepassados}",
      ],
      effect: [
        "{a depredação|o vandalismo} {cresce|torna-se comum}, e {a perda|a demolição} {não causa|já não provoca} {indignação|espanto}",
        "a sociedade {sem memória|que esquece} {repete|volta a cometer} {erros|injustiças} do passado e {se torna|fica} {mais fácil de enganar|presa fácil de mentiras}",
      ],
    },
    {
      np: ["a especulação imobiliária nos centros antigos", "os interesses econômicos sobre as áreas históricas"],
      why: [
        "{um terreno|um lote} no centro {vale|rende} mais {vazio|como estacionamento} do que {com um sobrado tombado|preservado}, e há proprietários que {esperam a ruína|deixam o prédio cair}",
        "o tombamento, {sem incentivo|desacompanhado de recursos}, é {visto|sentido} pelos donos como {castigo|prejuízo}, e não como {honra|proteção}",
      ],
      example: [
        "{cinemas de rua|antigos cinemas}, {onde|nos quais} {gerações|famílias inteiras} {se encontraram|se emocionaram}, {viraram|foram transformados em} {farmácias e estacionamentos|lojas} {sem qualquer debate|da noite para o dia}",
        "o Cais José Estelita, no Recife, {tornou-se|virou} {símbolo|exemplo} da disputa entre {torres de luxo|grandes construtoras} e {moradores|movimentos} que {defendiam|queriam preservar} a paisagem da cidade",
      ],
      effect: [
        "as cidades {ficam|tornam-se} todas iguais, {sem|já sem} {rosto|alma}, e o morador {perde|já não encontra} {referências|seus pontos de memória}",
        "{o lucro|o ganho} de {poucos|alguns} {apaga|custa} {a herança|a memória} de {todos|muitas gerações}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "ideal",
      cite: "o artigo 216 da Constituição Federal {define|considera} como patrimônio cultural os bens {materiais e imateriais|de natureza material e imaterial} {ligados|que se referem} à identidade e à memória dos brasileiros",
      link: [
        "{o cheiro de mofo|o teto que cai} {em tantos acervos|nos museus do interior} {desmente|contradiz} {o texto da lei|a promessa constitucional}",
        "a proteção existe no papel, mas {extintores vencidos|portas fechadas} e {goteiras|verbas cortadas} {contam|mostram} {outra história|o contrário}",
      ],
      back: "o patrimônio {descrito|protegido} no artigo 216 {será|passará a ser} {cuidado como herança|tratado como bem de todos}",
    },
    {
      kind: "idea",
      cite: "a historiadora Emília Viotti da Costa {dizia|afirmava} que um povo sem memória é um povo sem história",
      link: [
        "cada {museu fechado|documento perdido} {arranca|retira} {uma página|um capítulo} dessa memória e {enfraquece|empobrece} o futuro",
        "preservar {prédios, festas e documentos|o passado} não é {saudosismo|nostalgia}, mas {condição|forma} de {cidadania|entender o presente}",
      ],
      back: "o Brasil {deixará de correr|não correrá mais} o risco de ser um povo sem memória, {como temia|nas palavras de} Emília Viotti da Costa",
    },
    {
      kind: "mirror",
      cite: "no filme “Aquarius”, de 2016, Kleber Mendonça Filho {conta|narra} a história de Clara, {última moradora|única moradora} de um prédio antigo do Recife, que {resiste|se opõe} às pressões de uma construtora",
      link: [
        "{muitas Claras|outras tantas Claras} {lutam|resistem}, {quase sempre|em geral} {sozinhas|em silêncio}, contra {tratores|contratos} que {chamam|querem chamar} demolição de progresso",
        "{o apartamento|o prédio} {da ficção|do filme} {representa|simboliza} {o país|um país} que {troca|vende} lembranças por {metros quadrados|concreto}",
      ],
      back: "as Claras da vida real, como a de “Aquarius”, {não lutarão|deixarão de lutar} sozinhas",
    },
  ],
  tags: ["culture", "education", "city"],
  counter: [
    {
      claim:
        "{hospitais e escolas|a saúde e a educação} são {mais urgentes|prioridades maiores} que {prédios velhos|museus}",
      reply:
        "{memória e educação|cultura e educação} {não competem|andam juntas}, e {um museu|cada museu} {é|funciona como} uma sala de aula {aberta|sem paredes}",
    },
    {
      claim: "{o novo|o progresso} {precisa|tem de} substituir o antigo",
      reply:
        "{cidades como Ouro Preto e Olinda|as cidades históricas} {provam|mostram} que {a preservação|cuidar do passado} {atrai|traz} {visitantes e empregos|renda}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Cultura",
      action: "{criar|garantir} um fundo {permanente|próprio} para a {manutenção|segurança} dos museus",
      means: "{parte da arrecadação das loterias|recursos do orçamento} e {incentivos fiscais|doações} de empresas",
      purpose: "{evitar|impedir} {novos incêndios|novas perdas} e {restaurar|recuperar} os acervos",
      detail:
        "cada instituição {deve|precisa} {ter|apresentar} um plano contra incêndios, {vistoriado|conferido} {todos os anos|anualmente} pelo Corpo de Bombeiros",
    },
    {
      agent: "as escolas",
      action:
        "{realizar|promover} {visitas guiadas|aulas} {em museus e centros históricos|nos lugares de memória da cidade}",
      means: "{transporte gratuito|ônibus cedidos} e {parcerias|projetos} com {historiadores e artesãos|guias locais}",
      purpose: "aproximar os alunos {da própria história|do passado de sua comunidade}",
      detail:
        "{depois das visitas|ao fim do projeto}, {as turmas|os estudantes} {podem|devem} {entrevistar|gravar} {moradores antigos|os mais velhos} e {montar|organizar} uma exposição no bairro",
    },
    {
      agent: "as prefeituras",
      action:
        "{fiscalizar|proteger} os imóveis tombados e {apoiar|premiar} os proprietários {que os conservam|cuidadosos}",
      means: "{descontos no IPTU|redução de impostos} e multas para {quem abandona|o abandono}",
      purpose: "devolver vida aos centros {históricos|antigos}",
      detail:
        "{os casarões|os prédios} {recuperados|restaurados} {podem|devem} {abrigar|receber} {bibliotecas, cinemas e oficinas|moradia popular e comércio}, {de modo que|para que} {a população|o morador} {volte|retorne} a frequentá-los",
    },
  ],
  vague: [
    "a nossa história é {importante|bonita} e {não podemos|ninguém deve} {esquecer|jogar fora}",
    "{os museus|muitos museus} {estão velhos|vivem vazios} e ninguém {visita|vai lá}",
    "{um país|um povo} sem {cultura|história} não {tem futuro|é nada}",
    "{as pessoas|os jovens} {preferem|só querem} {shopping|o celular} e {não ligam para|acham chato} museu",
    "{pichar|quebrar} {as coisas|monumento} é {feio|errado} e {custa caro|depois tem que arrumar}",
  ],
  source: [
    "o texto I explica que o patrimônio imaterial reúne festas, saberes, danças e modos de fazer",
    "segundo o texto motivador, preservar é garantir que o passado possa ser visitado",
    "a fotografia do texto II mostra as paredes queimadas de um museu",
  ],
};
