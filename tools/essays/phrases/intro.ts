/**
 * @file Shared templates of the first paragraph.
 * Slots: P the problem, D what it harms, V who suffers, B the wider subject, R a pronominal noun phrase, X and Y two causes.
 */

/** Openings without repertoire, as predictable essays have them. */
export const COMMONPLACE: readonly string[] = [
  "desde os primórdios da humanidade, <B> <B:faz/fazem> parte da história {do ser humano|das sociedades|dos povos}",
  "{é sabido|todos sabem|não é novidade} que <P> <P:é/são> um {problema|assunto} que {preocupa|divide} {o Brasil|a sociedade atual}",
  "muito se {fala|discute|debate}, {hoje|atualmente|nos dias de hoje}, sobre <P>",
  "<P> <P:é/são> {assunto|tema} {frequente|constante|recorrente} nos {noticiários|jornais} e nas {conversas do dia a dia|redes sociais}",
  "vivemos em uma {sociedade|época} na qual <P> <P:está/estão> cada vez mais <P:presente/presentes>",
  "no {Brasil de hoje|mundo atual}, <P> <P:chama/chamam> a atenção de {especialistas e cidadãos|todos}",
  "ao longo {da história|dos anos}, <B> {sempre|} <B:foi/foram> {motivo de debate|tema de discussão} {no Brasil|entre os brasileiros}",
  "é {notório|evidente|inegável} que <P> {ainda|} <P:faz/fazem> parte da realidade {brasileira|do país}",
];

/** Sayings and catchwords that predictable essays quote in place of knowledge. */
export const SAYINGS: readonly string[] = [
  "como diz o {ditado|ditado popular}, “água mole em pedra dura tanto bate até que fura”, e {o mesmo vale|isso serve} para <P>",
  "já diz o ditado que “{quem não tem cão caça com gato|cada um colhe o que planta|é melhor prevenir do que remediar|a união faz a força}”, e {isso se aplica|o mesmo acontece} {aqui|nesse caso}",
  "{o Brasil|o nosso país} é conhecido como o “país do {futebol|jeitinho|futuro}”, mas {isso não ajuda|nada disso ajuda} {muito|} quando se fala de <P>",
  "{na bandeira|na nossa bandeira} está escrito “Ordem e Progresso”, {e|mas} <P> não <P:combina/combinam> com {isso|essa frase}",
  "a palavra “{cidadania|respeito|igualdade}” é {muito usada|falada por todos}, mas {pouca gente|quase ninguém} {pensa nela|sabe o que significa}",
  "{todo mundo|cada um} {já ouviu|ouve} a frase “{o tempo é o melhor remédio|querer é poder|a esperança é a última que morre}”, mas {a realidade|a vida} {não é tão simples|é outra}",
];

/** Openings of essays that only graze the theme. */
export const TANGENT: readonly string[] = [
  "<B> <B:é/são> um {assunto|tema} que {todo mundo|todos} {conhece|já ouviu falar}",
  "falar sobre <B> é {falar|tratar} de {muitas coisas|um assunto grande|tudo um pouco}",
  "o mundo {mudou muito|está diferente} e <B> <B:mudou/mudaram> também",
  "existem {muitos|vários} problemas no {nosso país|mundo} e um deles tem a ver com <B>",
  "hoje em dia {as pessoas|todos} só {querem saber|falam} {de dinheiro|da própria vida} e {esquecem|não ligam para} o resto",
  "quando {se fala de|a gente pensa em} <B>, {cada um tem|existe} uma opinião diferente",
];

/** After an ideal: reality breaks the promise. */
export const CONTRAST_IDEAL: readonly string[] = [
  "{a realidade brasileira|o cotidiano do país|o que se vê nas ruas} {distancia-se|está longe|afasta-se} {desse ideal|dessa promessa}, {pois|visto que|uma vez que|já que} <P> ainda <P:compromete/comprometem> <D>",
  "o que se {observa|verifica|percebe}, {na prática|no dia a dia}, é que <P> <P:afasta/afastam> <V> {desse ideal|dessa garantia}",
  "{tal garantia|essa promessa} {não se concretiza|permanece no papel|está distante} para <V>, {uma vez que|visto que|pois} <P> <P:persiste/persistem> no {país|Brasil}",
  "{esse princípio|esse ideal} é {contrariado|negado} {diariamente|todos os dias} por <P>, que <P:fere/ferem> <D>",
  "<P> <P:mostra/mostram> que {essa garantia|tal princípio} {ainda não alcança|não chega a} todos os brasileiros",
];

/** After a mirror: reality resembles the work. */
export const CONTRAST_MIRROR: readonly string[] = [
  "{fora da arte|na vida real|na realidade brasileira}, <P> também <P:compromete/comprometem> <D>",
  "a {obra|cena} {dialoga|guarda semelhança} com o Brasil {atual|contemporâneo}, onde <P> <P:afeta/afetam> <V>",
  "{o enredo|o retrato} não está distante do {Brasil|país} {atual|de hoje}, {marcado|ferido} por <P>",
  "{tal situação|essa imagem} {repete-se|encontra eco} no {cotidiano|dia a dia} brasileiro, em que <P> <P:ameaça/ameaçam> <D>",
  "{a arte|a criação artística} {antecipa|ilustra} uma questão {concreta|real} do país: <P>",
];

/** After an idea: it explains the problem. */
export const CONTRAST_IDEA: readonly string[] = [
  "{essa reflexão|tal pensamento|essa análise} {ajuda a compreender|permite entender} <P>, que ainda <P:compromete/comprometem> <D> no {Brasil|país}",
  "{essa ideia|tal raciocínio} {aplica-se|cabe} {perfeitamente|com clareza} ao Brasil {atual|de hoje}, onde <P> <P:afeta/afetam> <V>",
  "{a reflexão|o pensamento do autor} {mostra-se|continua} atual diante de <P>",
  "{tal perspectiva|essa leitura} {ilumina|traz à luz} uma questão {central|urgente} no país: <P>",
];

/** Theses that name the two causes to be discussed. */
export const THESIS: readonly string[] = [
  "{esse quadro|esse cenário|o problema} {decorre|resulta}, {sobretudo|principalmente|em especial}, de <X> e de <Y>",
  "<P> <P:tem/têm>, entre suas {causas|raízes|origens} {principais|mais profundas}, <X> e <Y>",
  "{cabe|convém|é preciso} {analisar|discutir|examinar} dois {fatores|aspectos} {decisivos|centrais} dessa {questão|realidade}: <X> e <Y>",
  "<X> e <Y> {explicam|ajudam a explicar|sustentam|agravam} {esse cenário|essa realidade|esse quadro}",
  "{percebe-se|nota-se|observa-se} que <R> <R:decorre/decorrem> tanto de <X> quanto de <Y>",
  "{merecem|exigem} {atenção|análise}, {entre os fatores|no conjunto dos fatores} que {sustentam|alimentam} <R>, <X> e <Y>",
  "para {compreender|entender} <R>, é {necessário|preciso} {considerar|levar em conta} <X>, bem como <Y>",
];

/** Theses that promise a discussion and name nothing. */
export const LOOSE_THESIS: readonly string[] = [
  "é {preciso|necessário|importante} {discutir|debater} <R> e {suas causas|buscar soluções}",
  "<R> <R:tem/têm> várias causas e muitas consequências para {todos|a sociedade}",
  "{isso acontece|tudo isso acontece} por {vários motivos|diversos motivos} que {precisam|devem} ser {vistos|analisados}",
  "{esse é|trata-se de} um {problema|assunto} {que afeta a todos|sério} e que {precisa|deve} ser {resolvido|enfrentado}",
];
