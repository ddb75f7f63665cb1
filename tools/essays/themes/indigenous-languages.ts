/** @file Theme: indigenous languages and cultures. */
import type { Theme } from "../types";

/** Indigenous languages and cultures. */
export const indigenousLanguages: Theme = {
  id: "indigenous-languages",
  title: "a preservação das línguas e culturas indígenas no Brasil",
  problem: [
    "o desaparecimento das línguas indígenas",
    "a desvalorização das culturas indígenas",
    "o apagamento dos saberes dos povos originários",
  ],
  right: ["a diversidade cultural", "a memória dos povos originários", "o direito à identidade"],
  victims: ["os povos indígenas", "as comunidades originárias", "os jovens das aldeias"],
  broad: ["a cultura", "a história do Brasil", "a natureza"],
  scene: [
    "{palavras como|nomes como} “Ipanema”, “abacaxi” e “capivara” {mostram|revelam} que o tupi {vive|sobrevive} na fala de um país que {pouco|quase nada} sabe sobre {quem o falava|sua origem}",
    "{há|existem} línguas {faladas|conhecidas} hoje por {pouquíssimos|alguns poucos} anciãos, e com {cada um deles|a morte deles} {pode calar-se|desaparece} um modo {único|inteiro} de ver o mundo",
    "{muitos|não poucos} brasileiros {ainda imaginam|continuam a imaginar} o indígena {parado no tempo|preso ao passado}, como se {celulares, universidades e cidades|diplomas e tecnologia} lhe fossem {proibidos|estranhos}",
  ],
  causes: [
    {
      np: ["a herança colonial de silenciamento", "o legado da colonização"],
      why: [
        "{desde o século XVIII|ainda na época do Marquês de Pombal}, {leis|normas} que {impunham|tornavam obrigatório} o português {proibiram|perseguiram} a língua geral e {ensinaram|levaram} os povos nativos a {esconder|calar} {a própria fala|sua identidade}",
        "{os colonizadores|os primeiros cronistas} {trataram|descreveram} os povos nativos como {atrasados|gente sem lei e sem fé}, {imagem|visão} que {livros e filmes|novelas e livros} {repetiram|reforçaram} por séculos",
      ],
      example: [
        "{avós|muitos avós} {deixaram|pararam} de ensinar o idioma aos netos por medo de que {fossem humilhados|sofressem preconceito} na escola da cidade",
        "{no dia 19 de abril|em abril}, {crianças|alunos} ainda {pintam o rosto|usam cocares de papel} {sem conhecer|sem que a escola lhes apresente} {um só|nem um único} povo pelo nome",
      ],
      effect: [
        "{a vergonha|o silêncio} {atravessa|passa por} gerações, e {o jovem|o adolescente} {abandona|deixa} a língua {materna|dos avós} para {ser aceito|escapar do preconceito}",
        "o país {perde|deixa de conhecer} parte de si mesmo e {repete|perpetua}, {em outra forma|no presente}, a violência do passado",
      ],
    },
    {
      np: ["a invasão dos territórios tradicionais", "as ameaças às terras indígenas"],
      why: [
        "{a língua|o idioma} {vive|se mantém} no {território|lugar} em que se {planta, se caça e se canta|celebram as festas}, e o povo {expulso|retirado} de sua terra {perde|deixa para trás} {o mundo|a vida} que as palavras nomeavam",
        "{garimpeiros e grileiros|o garimpo e o desmatamento} avançam sobre áreas {protegidas|demarcadas}, {contaminam|poluem} rios e {dispersam|ameaçam} comunidades {inteiras|isoladas}",
      ],
      example: [
        "{na terra Yanomami|entre os Yanomami}, {o garimpo ilegal|a presença de garimpeiros} {levou|trouxe} {doença, fome e mercúrio|malária e contaminação} a aldeias {que viviam da pesca|antes saudáveis}",
        "{famílias Guarani Kaiowá|comunidades Guarani Kaiowá}, {no Mato Grosso do Sul|afastadas de suas terras}, {vivem|sobrevivem} em {acampamentos à beira de estradas|pequenas áreas}, {longe|distantes} dos lugares que {consideram sagrados|seus cantos descrevem}",
      ],
      effect: [
        "{os mais novos|os jovens} {migram|partem} para {as cidades|periferias urbanas}, onde não há quem {fale|entenda} {sua língua|o idioma da aldeia}",
        "{saberes|conhecimentos} sobre plantas, rios e estrelas {somem|perdem-se} antes mesmo de {qualquer registro|chegar aos livros}",
      ],
    },
    {
      np: ["a ausência do tema nas escolas", "o desconhecimento da sociedade sobre os povos originários"],
      why: [
        "a lei 11.645, de 2008, {tornou obrigatório|incluiu nas escolas} o ensino de história e cultura indígena, mas faltam {materiais e formação|livros e professores preparados} para {cumpri-la|que ela seja cumprida}",
        "{os livros didáticos|as aulas de História} {costumam|tendem a} {tratar|apresentar} os indígenas {no passado|apenas no capítulo da chegada dos portugueses}, como se {não existissem mais|tivessem desaparecido}",
      ],
      example: [
        "{um aluno|um estudante} brasileiro {aprende|decora} o nome de {reis da França|imperadores romanos} e {termina|conclui} a escola sem {saber citar|conhecer} {três povos indígenas|um só escritor indígena}",
        "obras de autores indígenas, {como Daniel Munduruku|a exemplo de Daniel Munduruku}, {raramente|quase nunca} {entram|aparecem} nas listas de leitura {das escolas|dos vestibulares}",
      ],
      effect: [
        "{o preconceito|o estereótipo} {encontra|ganha} espaço {livre|na ignorância}, e {a sociedade|o cidadão} assiste com indiferença à {perda|morte} {de um idioma|dessas línguas}",
        "{ninguém|pouca gente} {defende|protege} aquilo que {não conhece|nunca lhe foi apresentado}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "em “Triste fim de Policarpo Quaresma”, Lima Barreto {cria|apresenta} um {patriota|funcionário público} que {propõe|sugere} o tupi como língua oficial do Brasil e {é ridicularizado|é tido como louco}",
      link: [
        "{a zombaria|a risada} dirigida a Quaresma {ecoa|sobrevive} em um país que {estranha|despreza} suas {primeiras línguas|próprias raízes}",
        "{mais de um século depois|ainda hoje}, {defender|valorizar} um idioma indígena {parece|soa}, para muitos, {uma extravagância|loucura}, e não {um dever|um gesto de memória}",
      ],
      back: "o sonho de Policarpo Quaresma {deixará de|já não irá} {provocar riso|parecer loucura}",
    },
    {
      kind: "ideal",
      cite: "o artigo 231 da Constituição Federal {reconhece|assegura} aos povos indígenas {sua organização social, seus costumes e suas línguas|os seus costumes, crenças, tradições e línguas}",
      link: [
        "{o reconhecimento|a promessa} {no papel|da lei} {pouco vale|perde o sentido} quando {a escola ignora|o Estado não protege} os {falantes|guardiões} desses idiomas",
        "{três décadas depois|passadas mais de três décadas}, essa garantia ainda depende {de demarcações e de recursos|da boa vontade dos governos}",
      ],
      back: "o artigo 231 da Constituição {será ouvido|ganhará vida} em {todas as línguas|cada aldeia} do Brasil",
    },
    {
      kind: "idea",
      cite: "o xamã Davi Kopenawa, em “A queda do céu”, {afirma|ensina} que os brancos sonham apenas {consigo mesmos|com eles próprios}",
      link: [
        "{a frase|a crítica} {resume|traduz} a {indiferença|surdez} de uma sociedade que {não escuta|jamais aprendeu a escutar} outros modos de {falar|viver}",
        "{ouvir|escutar} os povos da floresta {exige|pede}, {antes|primeiro}, {que suas línguas continuem vivas|que suas vozes não sejam caladas}",
      ],
      back: "os brasileiros {passarão a|aprenderão a} sonhar, como {deseja|espera} Davi Kopenawa, {para além de si mesmos|também com os outros}",
    },
  ],
  tags: ["culture", "education", "rights", "environment"],
  counter: [
    {
      claim: "{um só idioma|uma única língua} {basta|é suficiente} para {unir|manter unido} o país",
      reply:
        "{a unidade|a união} não {exige|pede} uniformidade, e {nações|países} como o Paraguai, onde se fala guarani, {convivem|vivem} bem com mais de uma língua",
    },
    {
      claim: "{o desaparecimento de línguas|essa perda} é {natural|inevitável}",
      reply:
        "nada há de natural quando {leis e escolas|a força e o preconceito} {obrigaram|levaram} {um povo|comunidades inteiras} a se calar",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Educação",
      action:
        "{ampliar|fortalecer} as escolas {bilíngues|indígenas} e {fiscalizar|garantir} o ensino dessa cultura em todo o país",
      means:
        "{formação de professores indígenas|licenciaturas interculturais} e {livros escritos pelas próprias comunidades|materiais bilíngues}",
      purpose:
        "{manter|conservar} vivas as línguas {originárias|nativas} e {combater|desfazer} {estereótipos|preconceitos}",
      detail:
        "{os anciãos|os mais velhos} {devem|podem} participar {das aulas|das oficinas}, com {bolsas|remuneração}, como {mestres|guardiões} da tradição oral",
    },
    {
      agent: "o Ministério dos Povos Indígenas",
      action: "{acelerar|concluir} a demarcação das terras e {expulsar|retirar} {os invasores|o garimpo ilegal}",
      means: "{operações conjuntas|ações integradas} com a Polícia Federal e {monitoramento|vigilância} por satélite",
      purpose: "{proteger|resguardar} os territórios em que essas {culturas|línguas} {florescem|vivem}",
      detail:
        "{as lideranças locais|as próprias comunidades} {devem|precisam} {ser consultadas|participar}, {como prevê a Convenção 169 da OIT|antes de qualquer obra na região}",
    },
    {
      agent: "os museus e as universidades",
      action: "{registrar|documentar} {cantos, histórias e vocabulários|as línguas ameaçadas}",
      means: "{gravações|arquivos digitais} e {dicionários|gramáticas} elaborados com {as aldeias|os falantes}",
      purpose: "{preservar|guardar} esse patrimônio para {as próximas gerações|o futuro}",
      detail:
        "{o acervo|todo o material} {deve|precisa} {ficar|permanecer} {aberto|disponível} na internet, com respeito a {segredos e ritos|conhecimentos sagrados} de cada povo",
    },
  ],
  vague: [
    "os índios {já estavam|viviam} aqui {antes de todo mundo|primeiro} e {merecem|precisam de} respeito",
    "{o Brasil|nosso país} {tem|possui} {muitas culturas|muita mistura} e {isso é bonito|temos que valorizar}",
    "{ninguém|quase ninguém} {sabe falar|estuda} {a língua deles|essas línguas} {hoje em dia|na escola}",
    "{a cultura|a tradição} é {muito importante|uma riqueza} e {não pode acabar|passa de pai para filho}",
    "os portugueses chegaram e {mudaram tudo|tomaram as terras}",
  ],
  source: [
    "o texto I informa que uma língua desaparece quando morre o seu último falante",
    "segundo o texto motivador, o Brasil é um dos países com maior diversidade linguística do mundo",
    "no texto II, um professor indígena diz que ensinar a língua é ensinar a viver",
  ],
};
