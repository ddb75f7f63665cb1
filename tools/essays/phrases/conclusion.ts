/** @file Shared templates of the last paragraph. */

/** Sentences that say that something must be done. */
export const NEED: readonly string[] = [
  "{é|torna-se|faz-se} {urgente|necessário|indispensável|imprescindível} {enfrentar|combater|superar} <P>",
  "{medidas|ações|iniciativas} {concretas|efetivas|conjuntas} são {necessárias|indispensáveis|urgentes} para {reverter|enfrentar|superar} <R>",
  "é {preciso|necessário} que {o poder público e a sociedade|Estado e sociedade} {se unam|atuem juntos} para {enfrentar|superar} <R>",
  "<P> não <P:pode/podem> {continuar|permanecer} sem {resposta|enfrentamento|solução}",
  "{cabe|é preciso} {buscar|construir} {soluções|caminhos} para {enfrentar|reverter} <P> e {proteger|garantir} <D>",
  "{fica evidente|percebe-se} a {necessidade|urgência} de {combater|enfrentar} <P>",
];

/** The end of an essay that proposes nothing. */
export const NO_PROPOSAL: readonly string[] = [
  "<P> <P:continua/continuam> {sendo|a ser} um {problema|desafio} {sério|grande} no {Brasil|país} e ninguém sabe {quando isso vai mudar|até quando}",
  "{conclui-se|podemos concluir|vemos} que <P> <P:é/são> {um tema|um assunto} {complicado|difícil|delicado}",
  "{só o tempo|o futuro} {vai dizer|dirá} {o que vai acontecer|como tudo isso termina}",
  "{esse é|esse foi} {o retrato|um pouco} da {situação|realidade} {do nosso país|do Brasil} {hoje|nos dias atuais}",
  "{termino|concluo} {dizendo|afirmando} que {cada um|cada pessoa} tem a sua opinião {sobre isso|sobre o assunto}",
];

/** Last sentences, after the proposal. */
export const CLOSE: readonly string[] = [
  "{será possível|o Brasil poderá|o país poderá} {garantir|assegurar|proteger} <D>",
  "<V> {terão|poderão ter} {seus direitos respeitados|a dignidade que lhes é devida}",
  "<R> <R:deixará/deixarão> de marcar {o cotidiano|a vida} {do país|dos brasileiros}",
  "{a sociedade brasileira|o país} {dará|poderá dar} um passo {importante|decisivo} para {garantir|consolidar} <D>",
];

/** Vague wishes: one element, an action, and nothing else. */
export const VAGUE_ACTION: readonly string[] = [
  "é {preciso|necessário} {fazer alguma coisa|tomar uma atitude|mudar essa situação|tomar providências} {logo|o quanto antes|enquanto é tempo}",
  "{providências|medidas} {devem|precisam} ser tomadas {urgentemente|o mais rápido possível|logo}",
  "{deve-se|é preciso} {resolver|acabar com} {isso|esse problema} de {uma vez|uma vez por todas}",
];

/** Agents and actions of weak proposals. */
export const PLAIN_AGENT: readonly string[] = ["o governo", "a sociedade", "os políticos", "a escola"];

/** What weak writers ask of them. */
export const PLAIN_ACTION: readonly string[] = [
  "{fazer alguma coisa|tomar providências|fazer a sua parte} {sobre isso|para mudar isso|logo}",
  "{investir mais|trabalhar mais|pensar mais} {nessa área|nesse assunto}",
  "{criar|fazer} {leis|projetos|campanhas} {sobre esse assunto|sobre isso|contra esse problema}",
];
