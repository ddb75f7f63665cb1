/** @file Shared templates of the paragraphs in the middle. Slot C is the paragraph's cause; the others are as in `intro.ts`. */

/** Sentences that put the paragraph's cause on the table. */
export const TOPIC: readonly string[] = [
  "{é preciso|cabe|convém|vale} {destacar|ressaltar|observar|reconhecer} que <C> <C:está/estão> {na origem|na raiz|entre as causas} de <P>",
  "<C> <C:contribui/contribuem> {de forma decisiva|diretamente|em grande medida} para {a permanência|o agravamento|a continuidade} de <P>",
  "é {inegável|evidente|notório|nítido} que <C> <C:agrava/agravam> <P>",
  "<C> <C:figura/figuram> entre {os principais motivos|os fatores que explicam a persistência} de <P>",
  "{é necessário|cumpre|importa} {analisar|discutir|examinar} {a relação|o vínculo} entre <C> e <P>",
  "não se pode {discutir|compreender|enfrentar} <P> sem {considerar|mencionar|levar em conta} <C>",
  "<C> <C:ajuda/ajudam> a {explicar|entender} por que <P> <P:resiste/resistem> {ao tempo|às mudanças do país}",
  "<C> <C:representa/representam> um {obstáculo|entrave} {concreto|considerável} {à superação|ao fim} de <P>",
  "<C> <C:merece/merecem> {destaque|atenção} {quando se discute|no debate sobre} <P>",
  "<C> <C:favorece/favorecem> <P> e <C:prejudica/prejudicam> {sobretudo|principalmente|em especial} <V>",
];

/** Topic sentences of writers who only point at a cause. */
export const PLAIN_TOPIC: readonly string[] = [
  "<C> <C:é/são> {uma das causas|um dos motivos} {disso|do problema|dessa situação}",
  "{o problema|tudo isso} {acontece|existe} por causa de <C>",
  "{existe|há também} a questão de <C>, que {atrapalha|piora} {muito|tudo}",
  "<C> também <C:é/são> um problema {sério|grande} no {Brasil|país}",
];

/** Sentences that tie the paragraph back to the thesis. */
export const WRAP: readonly string[] = [
  "{enquanto|se} {nada mudar|essa lógica persistir|esse fator for ignorado}, <D> {continuará|permanecerá} <D:ameaçado/ameaçada/ameaçados/ameaçadas>",
  "{fica claro|fica evidente|percebe-se|nota-se} que {enfrentar|combater} <C> é {condição|passo indispensável} para {garantir|proteger} <D>",
  "{não é possível|é difícil|é inviável} {superar|reverter} <R> sem {enfrentar|combater} <C>",
  "{tolerar|aceitar|ignorar} <C> {significa|equivale a} {perpetuar|prolongar} <R>",
  "é {contraditório|incoerente} {defender|valorizar} <D> e, ao mesmo tempo, {tolerar|aceitar} <C>",
  "{combater|enfrentar} <C> deixa de ser {opção|favor} e passa a ser {dever coletivo|urgência}",
  "{quem perde|quem mais sofre}, {ao final|nesse processo}, são <V>, cujos direitos ficam {em segundo plano|esquecidos}",
];

/** How an objection is brought in. */
export const OBJECTION: readonly string[] = [
  "há quem {diga|defenda|afirme|argumente} que <claim>",
  "{algumas pessoas|certos setores} {alegam|argumentam|sustentam} que <claim>",
  "é {comum|frequente} {ouvir|ler} que <claim>",
];

/** After the answer to an objection. */
export const AFTER_REPLY: readonly string[] = [
  "{o argumento|essa objeção} não {se sustenta|resiste} {diante dos fatos|quando se observa a realidade de perto}",
  "{essa visão|tal raciocínio} {ignora|desconsidera} o quanto <P> <P:prejudica/prejudicam> <V>",
  "{reduzir|limitar} o debate a esse argumento {só|apenas} {adia|atrasa} a {busca|construção} de {soluções|respostas}",
];

/** The same again in other words. */
export const RESTATE: readonly string[] = [
  "<P> <P:é/são> {mesmo|realmente} um problema {muito grande|que precisa acabar|que ninguém resolve}",
  "{como já foi dito|como foi falado antes}, <P> <P:prejudica/prejudicam> {muita gente|as pessoas|a sociedade}",
  "<P> <P:é/são> {ruim|prejudicial} para {a sociedade|o país} e {isso é um fato|todos sabem disso}",
  "{o problema|a questão} {é sempre|continua sendo} <P>, que {ninguém|quase ninguém} {consegue|quer} {resolver|mudar}",
  "{repito|é bom repetir} que <P> <P:atrapalha/atrapalham> {o Brasil|a vida de todos}",
];

/** What contradicts the writer's own view. */
export const CONTRADICTION: readonly string[] = [
  "{no fundo|na verdade} <P> também <P:tem/têm> {um lado bom|suas vantagens} e não <P:precisa/precisam> {mudar|acabar}",
  "{acho|penso} que {isso|esse assunto} {nem|já não} é {um problema tão grande|tão importante} assim",
  "{cada um|cada pessoa} {faz o que quer|sabe da sua vida} e {ninguém|o governo não} deve se meter nisso",
  "{sempre foi assim|isso sempre existiu} e {vai continuar|não adianta querer mudar}",
];

/** Traces of a personal story where an argument was asked for. */
export const PERSONAL: readonly string[] = [
  "{eu mesmo|eu} já {passei|vi gente passar} por isso {na minha rua|na minha família|perto de casa}",
  "{minha tia|meu primo|um vizinho meu|minha avó} {sempre fala|vive falando} {disso|desse assunto} {no almoço de domingo|quando a gente se encontra}",
  "{outro dia|semana passada} eu {estava conversando|conversei} com {um amigo|uma colega} e {chegamos a essa conclusão|o assunto foi esse}",
  "{lembro|eu me lembro} que {na minha escola|no meu bairro} {aconteceu|teve} uma coisa {parecida|assim}",
];

/** Padding in long words: it sounds learned and says nothing. */
export const POMPOUS: readonly string[] = [
  "é de {suma|fundamental|extrema} importância a {conscientização|sensibilização} da {sociedade|população} {contemporânea|brasileira} {acerca|a respeito} dessa {problemática|temática}",
  "{trata-se de|estamos diante de} uma {problemática|questão} {complexa|abrangente}, que envolve {inúmeros|diversos} {aspectos|fatores} {sociais, econômicos e culturais|históricos e comportamentais}",
  "{a sociedade contemporânea|a coletividade brasileira}, {infelizmente|lamentavelmente}, ainda não {compreendeu|assimilou} a {verdadeira|real} dimensão {dessa temática|dos acontecimentos atuais}",
  "{faz-se mister|torna-se imprescindível} uma reflexão {aprofundada|consciente} {sobre os comportamentos humanos|sobre os valores da humanidade} na {atualidade|contemporaneidade}",
  "{os governantes|as autoridades competentes} {negligenciam|desconsideram} {constantemente|sistematicamente} as {necessidades|reivindicações} {fundamentais|elementares} da população",
  "{historicamente|inegavelmente}, o desenvolvimento da humanidade {sempre|} {apresentou|trouxe} {transformações|consequências} {positivas e negativas|importantes para as civilizações}",
  "{a globalização|o capitalismo|a modernidade} {intensificou|transformou} as relações {interpessoais|humanas} e {proporcionou|ocasionou} {diferentes|múltiplos} {questionamentos|acontecimentos}",
  "<P> <P:constitui/constituem> uma {preocupação|inquietação} {permanente|crescente} {das autoridades competentes|da coletividade}, {independentemente de|sem distinção de} classe social",
  "{a conscientização|a responsabilidade} {individual|de cada cidadão} {representa|constitui} {o principal instrumento|o fundamento} de {qualquer transformação|toda mudança significativa}",
  "{nessa conjuntura|nesse panorama}, {multiplicam-se|encontram-se} posicionamentos {divergentes|contraditórios}, {frequentemente|geralmente} {influenciados|motivados} por interesses {particulares|individuais}",
];

/** Padding that would fit any theme. */
export const FILLER: readonly string[] = [
  "{isso|tudo isso} é {muito triste|uma vergonha} para {o nosso país|o Brasil|todos nós}",
  "as pessoas {precisam|têm que} {se conscientizar|ter mais consciência|pensar} e {fazer a sua parte|ajudar o próximo|mudar de atitude}",
  "{o governo|a política} {não liga|não está nem aí} para {o povo|as pessoas} e {só pensa|só se preocupa} {em dinheiro|nas eleições}",
  "{o Brasil|o nosso país} {tem|é um país com} {tudo para dar certo|muitas riquezas}, mas {não sabe aproveitar|as coisas não andam}",
  "{o mundo|a sociedade} {seria melhor|viveria melhor} se {cada pessoa|cada um} pensasse no próximo",
  "<V> {são|acabam sendo} {<V:x/x/os/as> que mais sofrem|<V:x/x/os mais prejudicados/as mais prejudicadas>} {com isso|com essa situação}",
  "{é preciso|temos que} pensar {no futuro|no dia de amanhã} e {nas crianças|nos nossos filhos}",
  "{muitas vezes|às vezes} {a gente|o brasileiro} {não percebe|não vê} {o que acontece|o problema} {ao redor|do lado de casa}",
  "{a sociedade|o povo} {precisa|devia} {se unir|acordar} {para mudar|e mudar} {isso|essa situação}",
  "nem todo mundo tem a mesma {chance|oportunidade} {na vida|nesse país}",
  "{a televisão|o jornal|a internet} fala {disso|sobre isso} {todos os dias|o tempo todo} e {nada muda|continua igual}",
  "{quando|sempre que} {aparece|tem} eleição {todos prometem|os políticos prometem} {resolver|mudar} e depois {esquecem|somem}",
  "{a educação|o respeito} é {a base|o começo} de {tudo|qualquer mudança} e {deve vir|tem que vir} de casa",
  "{com certeza|sem dúvida} {isso|esse problema} {atinge|prejudica} {ricos e pobres|todas as pessoas|muita gente}",
  "<B> <B:é/são> assunto {de todos nós|do interesse de todos} e ninguém {vive sem isso|pode negar isso}",
];
