/** @file Topics of life together. */
import type { Topic } from "../topic";

/** School, government, courts, police, faith, memory, help and belonging. */
export const SOCIETY: readonly Topic[] = [
  {
    id: "education",
    labels: ["educação", "escola", "ensino", "professores"],
    near: ["childhood", "literature", "languages", "science", "mathematics"],
    person: "a professora|o aluno|a diretora da escola|o estudante|a pedagoga|o calouro",
    thing:
      "a lousa|a lição de casa|a prova|o boletim|a matrícula|o caderno|a sala de aula|o vestibular|a merenda da turma|o diploma|a bolsa de estudos",
    place: "a sala de aula|o colégio|a universidade|a sala dos professores|a creche do bairro",
    doing:
      "ensinar a ler|corrigir as provas|estudar para o vestibular|fazer a lição de casa|matricular o filho|repetir de ano|abandonar os estudos|concluir o ensino médio",
    sentences: [
      "A professora {escreveu|explicou} a lição {na lousa|duas vezes}, e {os alunos|a turma} {copiaram|perguntaram}.",
      "{Muitos jovens|Tantos estudantes} {largam|abandonam} {os estudos|o colégio} para {trabalhar|ajudar em casa}.",
      "O boletim {trouxe|mostrou} notas {baixas|boas} em {história|ciências} e {nenhuma falta|muitas faltas}.",
      "Falta {giz|carteira}, {falta merenda|sobra goteira}, e {mesmo assim|ainda assim} há aula {todo dia|de manhã e à tarde}.",
      "{Passar|Ser aprovado} no vestibular {mudou|mudaria} a vida {do rapaz|da caloura}.",
      "A escola {ganhou|precisa de} {uma biblioteca|um laboratório} e {mais professores|salas maiores}.",
    ],
    held: [
      "O aluno entregou a prova em branco e a diretora chamou os pais.",
      "A turma da noite estuda cansada, mas quer o diploma e uma vaga na universidade.",
      "Na lousa ficou a lição de casa: copiar no caderno e estudar.",
    ],
  },
  {
    id: "politics",
    labels: ["política", "eleições", "governo", "partidos políticos"],
    near: ["justice", "economy", "press", "war"],
    person: "o deputado|a senadora|o prefeito|a ministra|o candidato|o eleitor|o presidente",
    thing:
      "o voto|a urna|a campanha|o projeto de lei|o comício|o mandato|o debate dos candidatos|a reforma|o orçamento público|a bancada",
    place: "o Congresso|a câmara de vereadores|o palácio do governo|o comício|a zona eleitoral",
    doing:
      "votar no segundo turno|aprovar o projeto|pedir votos|governar a cidade|fazer oposição|debater a reforma|eleger um prefeito|renunciar ao mandato",
    sentences: [
      "A Câmara {aprovou|rejeitou} o projeto {por poucos votos|em segundo turno}, e a oposição {protestou|recorreu}.",
      "O candidato {prometeu|jurou} {cortar impostos|criar creches} no comício de {ontem|domingo}.",
      "{Filas|Milhões de eleitores} {se formam|vão} às urnas para escolher {prefeito|governador} e {vereadores|deputados}.",
      "A ministra {pediu demissão|foi exonerada} depois {da crise|do escândalo} {no governo|da bancada}.",
      "O presidente {vetou|sancionou} a lei e {discursou|reuniu os líderes} no palácio.",
      "O debate {entre|dos} candidatos {teve|terminou com} {acusações|propostas} e {pouca|nenhuma} resposta.",
    ],
    held: [
      "A senadora negociou votos até tarde para aprovar o projeto.",
      "O prefeito perdeu no segundo turno e deixou o palácio.",
      "Os eleitores desconfiam das promessas que ouviram no comício.",
    ],
  },
  {
    id: "justice",
    labels: ["justiça", "direito", "leis", "tribunais"],
    near: ["politics", "security"],
    person: "o juiz|a advogada|o réu|a promotora|a testemunha|o jurado|o defensor público",
    thing:
      "a sentença|o processo|o recurso|a lei|o contrato|a audiência|a prova do crime|a Constituição|o habeas corpus|a multa",
    place: "o tribunal|o fórum|o cartório|a sala de audiência|o Supremo",
    doing:
      "julgar o caso|recorrer da sentença|defender o réu|ouvir as testemunhas|processar a empresa|cumprir a pena|absolver o acusado|assinar o contrato",
    sentences: [
      "O juiz {condenou|absolveu} o réu {por falta de provas|após dez horas de júri}.",
      "A advogada {entrou|recorreu} com {um recurso|uma ação} contra {a empresa|o Estado}.",
      "O processo {dorme|tramita} no fórum há {dez|cinco} anos sem {sentença|audiência}.",
      "Segundo a Constituição, {todos são iguais|ninguém pode ser preso} {perante a lei|sem defesa}.",
      "A testemunha {mudou|confirmou} o depoimento diante {do júri|da promotora}.",
      "O contrato {tem|esconde} uma cláusula {abusiva|ilegal}, decidiu o tribunal.",
    ],
    held: [
      "A promotora pediu a condenação, mas os jurados absolveram o acusado.",
      "Sem dinheiro para advogado, ele foi atendido pelo defensor público no fórum.",
      "O recurso chegou ao Supremo, que anulou a sentença.",
    ],
  },
  {
    id: "security",
    labels: ["segurança pública", "violência", "polícia", "crimes"],
    near: ["justice", "war"],
    person: "o policial|a delegada|o ladrão|a vítima|o assaltante|o detetive",
    thing:
      "o assalto|a arma|a viatura|o tiro|o roubo|a prisão|o sequestro|a denúncia|as algemas|o medo de sair à noite",
    place: "a delegacia|o presídio|a cena do crime|a rua escura|o morro ocupado",
    doing:
      "prender o suspeito|registrar a queixa|patrulhar o bairro|roubar um celular|denunciar a agressão|investigar o assassinato|fugir da cadeia",
    sentences: [
      "Dois homens {armados|de capuz} {assaltaram|roubaram} {a padaria|um ônibus} e {fugiram|atiraram}.",
      "A polícia {prendeu|procura} {o suspeito|a quadrilha} {em flagrante|depois da denúncia}.",
      "A vítima {registrou|fez} a queixa na delegacia, mas {ninguém|o agressor} {foi preso|não apareceu}.",
      "{Moradores|Famílias} {têm medo|evitam} de sair {à noite|de casa} por causa dos {tiros|assaltos}.",
      "A delegada {investiga|apura} {três|dois} {homicídios|sequestros} {no mesmo bairro|sem testemunhas}.",
      "Presos {superlotam|dividem} {celas|pavilhões} {escuras|úmidas} do presídio.",
    ],
    held: [
      "O ladrão deixou cair a arma e saiu algemado na viatura.",
      "Ouviram-se tiros na rua escura, e a vizinha chamou o policial.",
      "A delegada desconfiou da vítima e reabriu a investigação do roubo.",
    ],
  },
  {
    id: "religion",
    labels: ["religião", "fé", "igreja", "espiritualidade"],
    near: ["mind", "charity", "family"],
    person: "o padre|a freira|o pastor|a mãe de santo|o fiel|o monge|o rabino",
    thing: "a missa|a oração|a Bíblia|a procissão|o altar|a promessa|o batismo|o terreiro|o rosário|o jejum|a vela",
    place: "a igreja|o templo|o terreiro|o mosteiro|a sinagoga|o altar",
    doing:
      "rezar o terço|acender uma vela|pagar uma promessa|batizar o menino|pregar o Evangelho|jejuar na quaresma|cantar os hinos|confessar os pecados",
    sentences: [
      "O padre {rezou|celebrou} a missa {das sete|de domingo} e {abençoou|batizou} {as crianças|os fiéis}.",
      "A procissão {saiu|seguiu} com {velas|andores} e {cânticos|orações} até {o altar|a capela}.",
      "No terreiro, {os atabaques|os cânticos} {saúdam|chamam} os orixás.",
      "O pastor {leu|citou} a Bíblia e {pediu|pregou} {perdão|esperança} aos fiéis.",
      "A freira {reza|medita} {de madrugada|em silêncio} no {mosteiro|convento}.",
      "Ela {subiu|fez} a escadaria de joelhos para pagar {a promessa|a graça} à santa.",
    ],
    held: [
      "Os fiéis acenderam velas e cantaram hinos diante do altar.",
      "O rabino abriu o livro sagrado, e todos rezaram juntos.",
      "Na quaresma, a avó jejua e reza o rosário às seis da tarde.",
    ],
  },
  {
    id: "history",
    labels: ["história", "passado", "patrimônio histórico", "arqueologia"],
    near: ["war", "painting", "indigenous", "politics"],
    person: "a historiadora|o arqueólogo|o imperador|a rainha|o escravizado|o bandeirante",
    thing:
      "o século|o documento antigo|a ruína|o império|a colônia|a independência|a escravidão|a coroa|o casarão tombado|o arquivo|a moeda romana",
    place: "o arquivo público|o sítio arqueológico|o casarão colonial|o palácio imperial|as ruínas",
    doing:
      "estudar o Império|escavar as ruínas|preservar o casarão|decifrar um documento antigo|proclamar a República|lembrar a abolição|tombar o centro velho",
    sentences: [
      "No século {dezenove|dezoito}, {a colônia|o Império} {vivia|dependia} {do ouro|do açúcar} e {da escravidão|dos portos}.",
      "Os arqueólogos {encontraram|escavaram} {moedas|ossos} e {potes|muralhas} de {dois mil|quinhentos} anos.",
      "O imperador {assinou|proclamou} {o tratado|a independência} e {perdeu|conservou} a coroa.",
      "O casarão {colonial|do barão} foi {tombado|restaurado}, e {os azulejos|as paredes} {voltaram|contam} ao que eram.",
      "O arquivo {guarda|perdeu} {cartas|mapas} {de navegadores|da época} do descobrimento.",
      "A abolição {veio|chegou} {tarde|em 1888}, e os libertos {ficaram|saíram} sem {terra|nada}.",
    ],
    held: [
      "A historiadora achou no arquivo uma carta do tempo do Império.",
      "Nas ruínas, o arqueólogo escavou potes de barro de dois mil anos.",
      "A rainha perdeu a coroa, e a colônia declarou a independência.",
    ],
  },
  {
    id: "charity",
    labels: ["voluntariado", "solidariedade", "doações", "trabalho voluntário"],
    near: ["religion", "nutrition", "housing", "ageing", "inclusion"],
    person: "o voluntário|a doadora|a ONG|o morador de rua acolhido|a coordenadora do projeto social",
    thing:
      "a campanha do agasalho|a doação de sangue|o bazar beneficente|os mantimentos|o mutirão|a sopa da madrugada|a ajuda aos desabrigados",
    place: "a ONG|o abrigo|o mutirão do bairro|o bazar beneficente|o hemocentro",
    doing:
      "doar agasalhos|ajudar os desabrigados|servir sopa aos moradores de rua|arrecadar mantimentos|doar sangue|organizar um mutirão|dar aulas de graça|acolher quem precisa",
    sentences: [
      "Voluntários {servem|distribuem} {sopa|cobertores} {nas madrugadas frias|embaixo do viaduto}.",
      "A campanha {arrecadou|juntou} {toneladas de mantimentos|mil agasalhos} para {os desabrigados|as vítimas da enchente}.",
      "Ela {dedica|doa} {os sábados|duas tardes} a {ler para cegos|ensinar crianças} {sem receber nada|de graça}.",
      "O mutirão {pintou|consertou} {o abrigo|a creche} em {um|dois} fim de semana.",
      "O hemocentro {pede|precisa de} doadores {de todos os tipos|antes do feriado}.",
      "A ONG {vive|depende} de {doações|bazares} e da boa vontade {dos vizinhos|de quem ajuda}.",
    ],
    held: [
      "No bazar beneficente, cada agasalho vendido ajuda o abrigo.",
      "A ONG organiza mutirões e não paga nada a quem ajuda.",
      "Ele serve sopa na madrugada e junta mantimentos para os desabrigados.",
    ],
  },
  {
    id: "inclusion",
    labels: ["inclusão", "acessibilidade", "pessoas com deficiência", "igualdade"],
    near: ["ageing", "charity", "health", "education", "work"],
    person: "o cadeirante|a moça cega|o aluno surdo|a intérprete de Libras|o ativista",
    thing:
      "a rampa|a cadeira de rodas|o piso tátil|o braile|a língua de sinais|o cão-guia|o preconceito|o elevador quebrado|a vaga reservada|as cotas",
    place: "a calçada sem rampa|o ônibus adaptado|a associação de surdos|a sala de recursos",
    doing:
      "subir a rampa|ler em braile|aprender Libras|vencer o preconceito|adaptar o prédio|respeitar as diferenças|guiar um cego|garantir a vaga reservada",
    sentences: [
      "Sem rampa {nem elevador|na entrada}, {o cadeirante|a aluna} {não entra|ficou do lado de fora}.",
      "A intérprete {traduz|acompanha} a aula em {Libras|língua de sinais} para {dois|três} surdos.",
      "O piso tátil {acaba|some} no meio da calçada e {deixa|põe} o cego {em perigo|sem rumo}.",
      "{Mulheres|Pessoas negras} ainda {ganham menos|são barradas} por puro preconceito.",
      "O cão-guia {espera|avisa} {no semáforo|na escada} e {conduz|protege} o dono.",
      "{Adaptar|Abrir} {a escola|o ônibus} a todos é {um direito|um dever}, não um favor.",
    ],
    held: [
      "O elevador quebrou, e a moça da cadeira de rodas não pôde subir.",
      "Na associação, os surdos ensinam Libras aos vizinhos.",
      "Ela lê em braile e anda com um cão-guia pela calçada sem piso tátil.",
    ],
  },
  {
    id: "indigenous",
    labels: ["povos indígenas", "aldeias indígenas", "cultura indígena", "terras indígenas"],
    near: ["history", "environment", "languages"],
    person: "o cacique|o pajé|a anciã da aldeia|o jovem guarani|a liderança ianomâmi",
    thing:
      "a demarcação|a oca|o cocar|o ritual|a língua tupi|a reserva|o urucum|o arco e a flecha|o garimpo na reserva",
    place: "a aldeia|a oca|a reserva|a beira do rio Xingu|a assembleia dos caciques",
    doing:
      "demarcar a reserva|pintar o corpo com urucum|ensinar o tupi às crianças|expulsar os garimpeiros|dançar no ritual|ouvir o pajé|defender a aldeia",
    sentences: [
      "O cacique {viajou|foi} a Brasília {exigir|pedir} a demarcação {da reserva|das terras}.",
      "Na aldeia, {a anciã|o pajé} {conta|ensina} {mitos|cantos} na língua {dos antepassados|guarani}.",
      "Garimpeiros {invadiram|poluíram} {a reserva|o rio} dos {ianomâmis|mundurucus}.",
      "O corpo {pintado|coberto} de urucum e {o cocar|as penas} {anunciam|marcam} o ritual.",
      "{Muitas|Dezenas de} línguas {tupis|nativas} {desaparecem|morrem} com {os anciãos|os últimos falantes}.",
      "As ocas {formam|cercam} um círculo no centro {da aldeia|do terreiro}.",
    ],
    held: [
      "O pajé soprou a fumaça e a aldeia dançou até o amanhecer.",
      "Os guaranis esperam há anos que a reserva seja demarcada.",
      "A menina ianomâmi trança cestos e usa urucum no rosto.",
    ],
  },
  {
    id: "war",
    labels: ["guerra", "exército", "conflitos armados", "militares"],
    near: ["history", "security", "politics"],
    person: "o soldado|o general|a sargento|o piloto de caça|o prisioneiro|o refugiado",
    thing: "o tanque|a trincheira|o bombardeio|o cessar-fogo|o míssil|a farda|o fuzil|a batalha|a tropa|o quartel",
    place: "a frente de batalha|o quartel|a trincheira|a fronteira|a cidade sitiada",
    doing:
      "atacar a fronteira|assinar a paz|marchar com a tropa|bombardear a ponte|cavar trincheiras|defender a capital|render-se ao inimigo|fugir dos combates",
    sentences: [
      "Os soldados {avançaram|recuaram} {sob bombardeio|à noite} até {a ponte|as trincheiras}.",
      "O general {ordenou|negou} o cessar-fogo, e {os tanques|as tropas} {cercaram|deixaram} a cidade.",
      "{A guerra|O conflito} {matou|expulsou} milhares e {destruiu|sitiou} {a capital|vilas inteiras}.",
      "O exército {convocou|treina} {reservistas|recrutas} no quartel {da fronteira|do norte}.",
      "Um míssil {atingiu|errou} {o depósito de armas|a base aérea} {de madrugada|ontem}.",
      "Depois da batalha, {os prisioneiros|os feridos} {marcharam|esperaram} {dias|sem água}.",
    ],
    held: [
      "O sargento mandou a tropa cavar trincheiras antes do bombardeio.",
      "Os tanques cruzaram a fronteira, e a cidade sitiada se rendeu.",
      "O general assinou o cessar-fogo, e o soldado guardou a farda.",
    ],
  },
];
