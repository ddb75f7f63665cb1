/** @file General knowledge that fits many themes, by group. Laws, works and authors are real; nothing is quoted at length. */
import type { Repertoire, Tag } from "./types";

/** Repertoire by group. */
export const SHARED_REPERTOIRE: Readonly<Record<Tag, readonly Repertoire[]>> = {
  rights: [
    {
      kind: "ideal",
      cite: "{a Constituição Federal de 1988|a Carta Magna de 1988}, em seu artigo 6º, {assegura|garante} a todos os {brasileiros|cidadãos} direitos sociais como a saúde, a educação, a alimentação e {o transporte|a moradia}",
      link: [],
      back: "os direitos sociais {previstos|inscritos} na Constituição {sairão do papel|alcançarão todos os brasileiros}",
    },
    {
      kind: "ideal",
      cite: "a Declaração Universal dos Direitos Humanos, {de 1948|aprovada pela ONU em 1948}, {proclama|reconhece} que {todas as pessoas|todos os seres humanos} nascem livres e iguais em dignidade e direitos",
      link: [],
      back: "a igualdade {proclamada|anunciada} em 1948 {deixará de ser|não será mais} promessa",
    },
    {
      kind: "ideal",
      cite: "{o filósofo|o pensador} Thomas More {imaginou|descreveu}, em “Utopia”, uma {ilha|sociedade} na qual o bem comum {orienta|guia} as leis e os costumes",
      link: [],
      back: "o bem comum {sonhado|imaginado} por Thomas More {ficará mais próximo|estará menos distante} dos brasileiros",
    },
  ],
  education: [
    {
      kind: "idea",
      cite: "o educador Paulo Freire {afirmou|escreveu} que, se a educação sozinha não transforma a sociedade, {tampouco sem ela|sem ela tampouco} a sociedade muda",
      link: [],
      back: "a educação {cumprirá|poderá cumprir} o papel transformador que Paulo Freire lhe {atribuía|reconhecia}",
    },
    {
      kind: "idea",
      cite: "o filósofo Immanuel Kant {defendia|sustentava} que o ser humano {se torna|só se torna} {humano|aquilo que é} {por meio da|pela} educação",
      link: [],
    },
  ],
  inequality: [
    {
      kind: "mirror",
      cite: "em “Quarto de despejo”, {diário publicado|livro publicado} em 1960, Carolina Maria de Jesus {registra|narra} a {luta diária|rotina} de uma {catadora de papel|mãe} na favela do Canindé, em São Paulo",
      link: [],
      back: "a cidade {deixará de ter|não terá mais} os quartos de despejo que Carolina Maria de Jesus {denunciou|descreveu}",
    },
    {
      kind: "idea",
      cite: "o jornalista Gilberto Dimenstein, em “O cidadão de papel”, {argumenta|defende} que muitos direitos no Brasil {existem|vivem} apenas na letra da lei",
      link: [],
      back: "o cidadão {deixará de ser|não será mais} de papel, como {lamentava|denunciava} Gilberto Dimenstein",
    },
  ],
  technology: [
    {
      kind: "mirror",
      cite: "a série britânica “Black Mirror” {retrata|imagina} sociedades em que a tecnologia, {criada para servir|feita para ajudar}, {acaba por|passa a} {dominar|controlar} as pessoas",
      link: [],
      back: "a tecnologia {servirá|voltará a servir} às pessoas, {ao contrário do que imagina|longe do pesadelo de} “Black Mirror”",
    },
    {
      kind: "idea",
      cite: "o sociólogo espanhol Manuel Castells {descreve|analisa} a atual como uma {“sociedade em rede”|sociedade em rede}, na qual o poder {depende|nasce} da informação e das conexões",
      link: [],
    },
  ],
  consumption: [
    {
      kind: "idea",
      cite: "o sociólogo polonês Zygmunt Bauman, em “Vida para consumo”, {observa|adverte} que, na modernidade líquida, até as pessoas {tornam-se|são vistas como} mercadorias {descartáveis|de curta duração}",
      link: [],
      back: "a lógica do descarte, {criticada|descrita} por Bauman, {dará lugar|cederá espaço} ao cuidado",
    },
  ],
  environment: [
    {
      kind: "ideal",
      cite: "o artigo 225 da Constituição Federal {assegura|garante} a todos o direito a um meio ambiente ecologicamente equilibrado e {impõe|atribui} ao poder público e à coletividade o dever de {defendê-lo|protegê-lo}",
      link: [],
      back: "o meio ambiente equilibrado {de que fala|previsto em} nossa Constituição {será|poderá ser} {herança|direito} também das próximas gerações",
    },
    {
      kind: "idea",
      cite: "o filósofo alemão Hans Jonas, em “O princípio responsabilidade”, {propõe|defende} que {cada ação|toda ação} humana {leve em conta|considere} {a vida futura|as gerações futuras} na Terra",
      link: [],
      back: "as gerações futuras, {com as quais se preocupava|lembradas por} Hans Jonas, {terão|herdarão} um país {habitável|mais justo}",
    },
  ],
  childhood: [
    {
      kind: "ideal",
      cite: "o Estatuto da Criança e do Adolescente, {de 1990|em vigor desde 1990}, {determina|estabelece} que {família, sociedade e Estado|a família, a sociedade e o Estado} {protejam|assegurem} com prioridade os direitos dos mais novos",
      link: [],
      back: "a prioridade {prometida|assegurada} pelo Estatuto da Criança e do Adolescente {será cumprida|deixará de ser promessa}",
    },
  ],
  culture: [
    {
      kind: "ideal",
      cite: "o artigo 215 da Constituição Federal {determina|estabelece} que o Estado {garantirá|deve garantir} a todos o pleno exercício dos direitos culturais",
      link: [],
      back: "os direitos culturais {previstos|garantidos} pela Constituição chegarão {a todos|a cada cidade}",
    },
    {
      kind: "idea",
      cite: "o antropólogo Darcy Ribeiro, em “O povo brasileiro”, {mostra|defende} que o país {nasceu|é fruto} do encontro{, muitas vezes violento,|} de povos {diferentes|diversos}",
      link: [],
    },
  ],
  health: [
    {
      kind: "ideal",
      cite: "o artigo 196 da Constituição Federal {define|declara} a saúde como direito de todos e dever do Estado",
      link: [],
      back: "a saúde {será|passará a ser}, {de fato|enfim}, direito de todos e dever do Estado",
    },
    {
      kind: "ideal",
      cite: "a Organização Mundial da Saúde {define|entende} a saúde como um estado de completo bem-estar físico, mental e social, e não {apenas|somente} como a ausência de doenças",
      link: [],
      back: "o bem-estar completo {de que fala a|defendido pela} Organização Mundial da Saúde {estará|ficará} ao alcance de mais brasileiros",
    },
  ],
  others: [
    {
      kind: "idea",
      cite: "a filósofa Hannah Arendt, {ao tratar da|quando analisou a} banalidade do mal, {mostrou|alertou} que {injustiças|crueldades} se tornam {comuns|normais} quando {as pessoas|os indivíduos} {deixam de pensar|param de refletir} sobre elas",
      link: [],
      back: "a indiferença, {tão temida|analisada} por Hannah Arendt, {dará lugar|cederá lugar} à responsabilidade",
    },
    {
      kind: "mirror",
      cite: "no romance “Ensaio sobre a cegueira”, José Saramago {imagina|narra} uma epidemia {de cegueira branca|misteriosa} que {revela|expõe} o egoísmo {humano|de toda uma sociedade}",
      link: [],
      back: "a cegueira {imaginada|narrada} por José Saramago {dará lugar|cederá lugar} a um olhar {mais atento|mais humano} para o outro",
    },
  ],
  city: [
    {
      kind: "idea",
      cite: "o sociólogo francês Henri Lefebvre {criou|defendeu} a ideia de direito à cidade, {segundo a qual|pela qual} o espaço urbano {pertence|deve pertencer} a todos os {que nele vivem|seus habitantes}",
      link: [],
      back: "a cidade {será|poderá ser}, como {queria|propunha} Henri Lefebvre, um direito de todos",
    },
  ],
  work: [
    {
      kind: "mirror",
      cite: "no filme “Tempos modernos”, de 1936, Charlie Chaplin {vive|interpreta} um operário {engolido|consumido} pelo ritmo {das máquinas|da linha de montagem}",
      link: [],
      back: "o trabalhador {deixará de ser|não será mais} engolido pelas engrenagens, como {o personagem|no filme} de Chaplin",
    },
  ],
};
