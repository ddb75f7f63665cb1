/** @file Topics of the body and the mind. */
import type { Topic } from "../topic";

/** Health, exercise, food, the mind and looks. */
export const BODY: readonly Topic[] = [
  {
    id: "health",
    labels: ["saúde", "medicina", "doenças", "saúde pública"],
    near: ["exercise", "nutrition", "mind", "ageing", "inclusion"],
    person: "o médico|a médica|a enfermeira|o paciente|a doente|o cirurgião|a pediatra|o farmacêutico",
    thing:
      "o remédio|a vacina|a receita médica|o exame de sangue|a febre|a cirurgia|o tratamento|a consulta|o diagnóstico|a dor de cabeça|os sintomas|a gripe",
    place: "o hospital|o posto de saúde|a clínica|o consultório|a farmácia|a enfermaria|o pronto-socorro",
    doing:
      "vacinar as crianças|medir a pressão|tratar uma infecção|tomar o remédio na hora certa|marcar uma consulta|fazer exames|curar uma ferida|cuidar dos doentes",
    sentences: [
      "{Depois de|Após} {três|dez} dias de febre, {o menino|a paciente} foi internado às pressas.",
      "A {vacina|injeção} {dói um pouco|arde}, mas {evita|previne} uma doença {grave|perigosa}.",
      "O exame {mostrou|revelou} {uma infecção|um problema no coração}, e o médico receitou {um antibiótico|repouso}.",
      "Há {meses|semanas} que falta remédio {no posto|na farmácia popular}, e {os doentes|os pacientes} voltam sem tratamento.",
      "Tosse, {febre|dor no corpo} e cansaço são os sintomas {mais comuns|da gripe}.",
      "A fila {da cirurgia|por um leito} no hospital {público|do estado} {cresce|não anda}.",
    ],
    held: [
      "A enfermeira trocou o curativo e pediu que o paciente descansasse até a próxima consulta.",
      "Quem tem pressão alta precisa de remédio todos os dias e de exames de vez em quando.",
      "O pronto-socorro ficou lotado de crianças com tosse e febre.",
    ],
  },
  {
    id: "exercise",
    labels: ["exercícios físicos", "atividade física", "ginástica", "esporte"],
    near: ["health", "football", "nutrition", "dance"],
    person: "o atleta|a corredora|o nadador|a ginasta|o treinador|a ciclista|o professor de academia",
    thing:
      "a corrida|o treino|a musculação|o alongamento|a natação|a bicicleta|os músculos|a caminhada|o peso|a esteira|a maratona",
    place: "a academia|a pista de corrida|a piscina|a quadra|o parque|o ginásio",
    doing:
      "correr cinco quilômetros|levantar peso|nadar duas vezes por semana|alongar os músculos|treinar de manhã cedo|pedalar até o parque|suar a camisa|sair do sofá",
    sentences: [
      "{Trinta|Quarenta} minutos de caminhada por dia {fortalecem|ajudam} {as pernas|o coração} e {melhoram|renovam} o fôlego.",
      "O treino de {hoje|segunda-feira} teve {abdominais|flexões}, {agachamentos|saltos} e uma corrida {leve|na esteira}.",
      "A nadadora {bateu|quebrou} o recorde {da piscina|dos cem metros} e subiu ao pódio.",
      "Quem passa o dia sentado {precisa|deve} se mexer: {pedalar|correr}, {nadar|dançar}, subir escadas.",
      "A maratona reuniu {milhares de|muitos} corredores {de todas as idades|sob o sol}.",
      "O treinador {corrigiu|observou} a postura dos alunos {na musculação|no alongamento}.",
    ],
    held: [
      "Ela corre no parque às seis da manhã e à noite ainda nada mil metros.",
      "O personal montou um treino de pernas com pesos leves e muitas repetições.",
      "Depois da maratona, os atletas alongaram os músculos cansados.",
    ],
  },
  {
    id: "nutrition",
    labels: ["alimentação", "nutrição", "fome", "dieta"],
    near: ["health", "exercise", "cooking", "farming", "commerce"],
    person: "a nutricionista|a merendeira|o menino com fome|a mãe de família|o agente do banco de alimentos",
    thing:
      "a merenda|a cesta básica|as frutas e verduras|o açúcar|as vitaminas|o desperdício de comida|o prato de comida|os alimentos industrializados|as calorias|o leite",
    place: "o refeitório|o banco de alimentos|a cozinha comunitária|a feira|o restaurante popular",
    doing:
      "comer melhor|distribuir cestas básicas|reduzir o açúcar|aproveitar as sobras|evitar frituras|combater a fome|beber mais água|variar o prato",
    sentences: [
      "A nutricionista {recomenda|sugere} trocar {o refrigerante|os biscoitos} por {frutas|água}.",
      "{Toneladas|Caminhões} de comida boa {vão para o lixo|são jogadas fora} enquanto {famílias|crianças} não têm o que comer.",
      "A cesta básica {deste mês|da campanha} {veio com|traz} arroz, feijão, {óleo|farinha} e leite.",
      "Uma dieta {equilibrada|variada} tem {legumes|verduras}, grãos e {pouco sal|pouca gordura}.",
      "{Muitas crianças|Muitos alunos} só comem bem {na merenda da escola|no refeitório}.",
      "O rótulo {mostra|informa} as calorias, {o açúcar|a gordura} e o sal de cada porção.",
    ],
    held: [
      "Frutas, verduras e menos açúcar: foi o que a nutricionista mandou pôr no prato.",
      "O restaurante popular serve um prato de comida por um real a quem não tem o que comer.",
      "Jogar fora alimentos bons é um desperdício que a cidade tenta evitar.",
    ],
  },
  {
    id: "mind",
    labels: ["saúde mental", "psicologia", "ansiedade", "emoções"],
    near: ["health", "ageing", "childhood", "family", "religion"],
    person: "a psicóloga|o terapeuta|o psiquiatra|o jovem ansioso|a moça triste|o paciente da terapia",
    thing:
      "a terapia|a depressão|o medo|a tristeza|a angústia|o estresse|a solidão|os sentimentos|a autoestima|a insônia",
    place: "o consultório da psicóloga|a roda de conversa|o grupo de apoio|a sala de terapia",
    doing:
      "falar dos próprios sentimentos|pedir ajuda|controlar o nervosismo|vencer o medo|lidar com a tristeza|respirar fundo|procurar um terapeuta|escutar sem julgar",
    sentences: [
      "{Há meses|Desde a infância} ele sente {um aperto no peito|medo de tudo} e não consegue {dormir|sair de casa}.",
      "A psicóloga {ajuda|ensina} a dar nome aos sentimentos: {raiva|medo}, {culpa|tristeza}, vergonha.",
      "A pressão {das provas|do trabalho} {causa|provoca} estresse e {crises de choro|noites sem sono}.",
      "Depressão não é {preguiça|frescura}: quem sofre precisa de {tratamento|apoio}.",
      "Na terapia ela {aprendeu|conseguiu} {a se perdoar|a falar da perda}.",
      "{Conversar|Desabafar} com alguém de confiança {alivia|diminui} a angústia.",
    ],
    held: [
      "O rapaz chorava sem motivo, dormia mal e só melhorou quando procurou um terapeuta.",
      "No grupo de apoio cada um conta seus medos e ninguém é julgado.",
      "O estresse das provas tirou o sono da turma, e uma psicóloga veio conversar.",
    ],
  },
  {
    id: "beauty",
    labels: ["beleza", "cosméticos", "maquiagem", "cabelos"],
    near: ["fashion"],
    person: "a cabeleireira|a manicure|a maquiadora|o barbeiro|a cliente do salão",
    thing:
      "o batom|o esmalte|o creme|o xampu|o corte de cabelo|a tintura|o espelho|o secador|o perfume|a escova|a pele",
    place: "o salão|a barbearia|a loja de perfumes|o spa",
    doing:
      "pintar as unhas|cortar o cabelo|hidratar a pele|fazer a barba|passar batom|alisar os cachos|tirar a maquiagem|fazer uma escova",
    sentences: [
      "A cabeleireira {cortou|tingiu} {as pontas|a franja} e {secou|penteou} os cachos.",
      "O creme {promete|jura} {deixar a pele macia|apagar as rugas}, mas custa {caro|uma fortuna}.",
      "Batom {vermelho|rosado}, {rímel|sombra} e um pouco de {pó|blush}: ela ficou pronta em {dez|cinco} minutos.",
      "No salão, {a manicure|a moça} {pintava|lixava} unhas o dia todo.",
      "O barbeiro {aparou|desenhou} a barba com {navalha|máquina}.",
      "Antes de dormir, lave o rosto e {passe o hidratante|tire a base}.",
    ],
    held: [
      "A manicure escolheu um esmalte vermelho para combinar com o batom.",
      "O xampu novo deixou os cachos macios e com um perfume suave.",
      "Na barbearia, o rapaz pediu um corte curto e barba bem feita.",
    ],
  },
  {
    id: "ageing",
    labels: ["idosos", "envelhecimento", "velhice", "terceira idade"],
    near: ["health", "family", "mind", "inclusion", "charity"],
    person: "o avô|a avó|a senhora de oitenta anos|o aposentado|a cuidadora|o velhinho",
    thing:
      "a aposentadoria|a bengala|as rugas|os cabelos brancos|a memória fraca|o asilo|a cadeira de balanço|o baile da saudade",
    place: "o asilo|a casa de repouso|o centro de convivência|a praça dos aposentados",
    doing:
      "cuidar dos avós|ouvir os mais velhos|envelhecer com dignidade|visitar o asilo|aposentar-se aos sessenta e cinco anos|fazer companhia à avó|atravessar a rua com a bengala",
    sentences: [
      "A avó {completou|fez} {noventa|oitenta} anos {cercada de bisnetos|com bolo e baile}.",
      "{Muitos|Tantos} velhos vivem {sozinhos|esquecidos} {em asilos|em casas de repouso}, sem visita {dos filhos|dos netos}.",
      "Com a aposentadoria {curta|atrasada}, o {senhor|aposentado} mal compra os remédios.",
      "A cuidadora {ajuda|acompanha} a senhora {a caminhar|no banho} e {conversa|joga dominó} com ela.",
      "Os cabelos brancos {chegaram|vieram}, {a memória|a vista} falha, mas a vontade de {dançar|viver} continua.",
      "O país {tem|terá} cada vez mais gente com mais de {sessenta|setenta} anos.",
    ],
    held: [
      "O velhinho apoia-se na bengala e espera no banco da praça a visita dos netos.",
      "Aos oitenta anos, a aposentada voltou a estudar e a dançar nos bailes.",
      "A cuidadora passa o dia na casa de repouso com senhoras que perderam a memória.",
    ],
  },
];
