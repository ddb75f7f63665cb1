/** @file Topics of home and of those who live there. */
import type { Topic } from "../topic";

/** Families, children, pets, gardens and kitchens. */
export const HOME: readonly Topic[] = [
  {
    id: "family",
    labels: ["família", "casamento", "filhos", "pais e mães"],
    near: ["childhood", "ageing", "mind"],
    person: "a mãe|o pai|a noiva|o marido|a irmã mais velha|o primo|a sogra|o filho caçula",
    thing:
      "a aliança|o jantar em casa|a festa de bodas|o álbum dos parentes|a separação|a herança|o sobrenome|o abraço de mãe",
    place: "a casa dos pais|a igreja do casamento|a sala de jantar|o cartório",
    doing:
      "criar os filhos|casar no civil|reunir os parentes|brigar com a sogra|abraçar os pais|visitar os primos|adotar uma criança|dividir as tarefas de casa",
    sentences: [
      "No domingo, {tios|irmãos}, primos e {avós|sobrinhos} {almoçam|se reúnem} na casa da {mãe|nonna}.",
      "Os noivos {trocaram|escolheram} as alianças e {choraram|sorriram} diante dos {pais|padrinhos}.",
      "A mãe {solteira|viúva} criou {três|quatro} filhos {sozinha|com a ajuda da irmã}.",
      "Depois {da separação|do divórcio}, o pai {vê|busca} a filha {nos fins de semana|às quartas}.",
      "A irmã {mais velha|do meio} {cuidava|tomava conta} dos caçulas {enquanto os pais trabalhavam|todas as tardes}.",
      "O casal {espera|adotou} {o primeiro bebê|dois irmãos}.",
    ],
    held: [
      "A sogra e o genro fizeram as pazes na festa de bodas, diante de todos os primos.",
      "Ela se casou no cartório, com os irmãos por testemunhas.",
      "O pai divide com a esposa as tarefas da casa e busca o caçula na creche.",
    ],
  },
  {
    id: "childhood",
    labels: ["infância", "crianças", "brincadeiras", "brinquedos"],
    near: ["family", "education", "games", "mind"],
    person: "o menino|a menina|o bebê|a criança|a babá|o garoto",
    thing:
      "a boneca|o carrinho|o pião|a pipa|o balanço|o esconde-esconde|a amarelinha|o urso de pelúcia|a chupeta|a bola de gude",
    place: "o parquinho|a creche|o quintal|o quarto das crianças|a brinquedoteca",
    doing:
      "brincar de pega-pega|empinar pipa|pular corda|ninar a boneca|montar um quebra-cabeça|correr descalço|inventar histórias|subir no escorregador",
    sentences: [
      "O menino {empinava|soltava} pipa {no morro|na rua} até {escurecer|a mãe chamar}.",
      "{As meninas|Os pequenos} {pularam|brincaram de} {corda|amarelinha} a tarde inteira no {quintal|parquinho}.",
      "O bebê {engatinha|balbucia}, {ri|chora} e {não larga|morde} o urso de pelúcia.",
      "{Sem tela|Longe da televisão}, {a criança|o garoto} inventa {castelos|foguetes} com {caixas|panelas}.",
      "Na creche há {blocos|massinha}, {balanço|escorregador} e hora {da soneca|de história}.",
      "Toda criança tem o direito de {brincar|crescer protegida}.",
    ],
    held: [
      "A menina deu nome a todas as bonecas e as levou ao balanço.",
      "Os garotos jogavam bola de gude no quintal e corriam descalços na chuva.",
      "O bebê deu os primeiros passos agarrado ao carrinho de madeira.",
    ],
  },
  {
    id: "pets",
    labels: ["animais de estimação", "cachorros", "gatos", "bichos de estimação"],
    near: ["wildlife"],
    person: "o veterinário|a dona do cachorro|o adestrador|o filhote|a gatinha",
    thing:
      "a ração|a coleira|o osso|a caixa de areia|o latido|o pelo do gato|o passeio com o cão|a vacina do filhote|o aquário|a gaiola",
    place: "o abrigo de cães|a clínica veterinária|o pet shop|o canil",
    doing:
      "passear com o cachorro|dar banho no cão|adotar um gato|trocar a areia|escovar o pelo|ensinar o filhote a sentar|encher o pote de ração",
    sentences: [
      "O cachorro {late|abana o rabo} {quando|assim que} {a dona chega|ouve o portão}.",
      "A gata {dorme|se espreguiça} {no sofá|na janela} e {mia|ronrona} quando quer {ração|carinho}.",
      "O abrigo {procura|busca} quem adote {filhotes|cães} {abandonados|de rua}.",
      "O veterinário {vacinou|castrou} {o cãozinho|a cadela} e {receitou|indicou} {um vermífugo|ração especial}.",
      "Todo {fim de tarde|dia} ele leva o cão {na coleira|para passear} {pelo bairro|na praça}.",
      "O papagaio {repete|imita} {o latido|a voz da dona} de dentro da gaiola.",
    ],
    held: [
      "O filhote roeu o chinelo, mas a dona perdoou quando ele abanou o rabo.",
      "No pet shop, o poodle tomou banho e ganhou um osso.",
      "A gatinha miou a noite toda até alguém encher o pote de ração.",
    ],
  },
  {
    id: "gardening",
    labels: ["jardinagem", "flores", "plantas", "jardim"],
    near: ["farming", "environment"],
    person: "o jardineiro|a florista|a vizinha das orquídeas|o dono do quintal",
    thing:
      "a rosa|o vaso|a terra adubada|o regador|a semente|a orquídea|a samambaia|a muda|a tesoura de poda|o canteiro|as pétalas",
    place: "o canteiro|a estufa|o viveiro de mudas|a varanda florida|a floricultura",
    doing:
      "regar as plantas|podar a roseira|plantar mudas|adubar a terra|trocar o vaso|colher margaridas|arrancar o mato|semear girassóis",
    sentences: [
      "A roseira {floresceu|deu botões} depois {da poda|da chuva}, e {as pétalas|as rosas} {perfumam|enchem} a varanda.",
      "Regue {a samambaia|as plantas} {pela manhã|a cada dois dias} e deixe o vaso {na sombra|perto da janela}.",
      "A florista {montou|vendeu} um buquê de {lírios|margaridas} e {orquídeas|cravos}.",
      "{No jardim|Na jardinagem}, {a paciência|a mão na terra} vale mais que {o adubo|a pressa}.",
      "O jardineiro {arrancou|tirou} o mato {do canteiro|das flores} e {espalhou|misturou} adubo.",
      "{Plantas|Flores} de sombra {não gostam|morrem} de sol {forte|direto}.",
    ],
    held: [
      "As orquídeas da varanda abriram, e a vizinha pediu uma muda.",
      "Com a tesoura de poda, ele cortou os galhos secos da roseira e adubou a terra do canteiro.",
      "O regador furou, e os girassóis murcharam nos vasos.",
    ],
  },
  {
    id: "cooking",
    labels: ["culinária", "cozinha", "gastronomia", "receitas"],
    near: ["nutrition"],
    person: "a cozinheira|o chef|o confeiteiro|a avó no fogão|o padeiro",
    thing:
      "a massa|o molho|o bolo|a panela|o forno|o tempero|a sobremesa|o alho e a cebola|a farinha|o caldo|a frigideira",
    place: "a cozinha|o restaurante|a padaria|a confeitaria|a beira do fogão",
    doing:
      "assar o bolo|temperar a carne|mexer o molho|picar a cebola|bater as claras|fritar os ovos|sovar a massa|provar o caldo",
    sentences: [
      "{Refogue|Doure} o alho e a cebola {no azeite|na manteiga} e {junte|acrescente} {o tomate|a carne}.",
      "Bata as claras {em neve|na tigela}, {misture|junte} a farinha e {leve ao forno|asse} por {trinta|quarenta} minutos.",
      "O chef {provou|corrigiu} o molho e pediu {mais sal|uma pitada de pimenta}.",
      "A receita {da avó|de família} leva {leite de coco|farinha de milho}, {ovos|açúcar} e {canela|cravo}.",
      "{A culinária|A gastronomia} {mineira|baiana} é famosa {pelo tempero|pelas panelas de barro}.",
      "Na cozinha do restaurante, {as panelas|as frigideiras} {fervem|chiam} desde cedo.",
    ],
    held: [
      "O confeiteiro sovou a massa, recheou o bolo e o pôs no forno.",
      "Sem alho e sem tempero, o molho ficou sem graça, disse a cozinheira.",
      "Ela mexe o caldo na panela de barro até engrossar e serve com farinha.",
    ],
  },
  {
    id: "housing",
    labels: ["moradia", "habitação", "construção civil", "casas e apartamentos"],
    near: ["family", "charity"],
    person: "o pedreiro|a arquiteta|o inquilino|a corretora de imóveis|o mestre de obras|o morador de rua",
    thing:
      "o tijolo|o aluguel|o telhado|a parede|o cimento|a planta da casa|o barraco|a chave do apartamento|a reforma|o financiamento da casa própria",
    place: "o canteiro de obras|o prédio|o conjunto habitacional|a ocupação|a favela|a imobiliária",
    doing:
      "erguer uma parede|pagar o aluguel|reformar o banheiro|comprar a casa própria|consertar o telhado|pintar a fachada|abrigar quem dorme na rua|assentar tijolos",
    sentences: [
      "O pedreiro {ergueu|levantou} {o muro|as paredes} e {cobriu|fechou} {o telhado|a laje} antes das chuvas.",
      "O aluguel {subiu|dobrou}, e a família {teve de|precisou} mudar para {um barraco|um quarto}.",
      "A arquiteta {desenhou|mudou} a planta {do prédio|do apartamento}: {dois quartos|uma sala maior} e {varanda|banheiro}.",
      "{Milhares|Muitos} {dormem|vivem} nas calçadas enquanto {prédios|imóveis} ficam vazios.",
      "A prefeitura {entregou|prometeu} {cem|duzentos} apartamentos {populares|a famílias sem teto}.",
      "Falta {cimento|tijolo} na obra, e {os operários|os pedreiros} {esperam|param}.",
    ],
    held: [
      "O inquilino devolveu as chaves porque não podia pagar o aluguel.",
      "A reforma trocou o telhado e derrubou a parede entre os dois quartos.",
      "Famílias sem teto ocuparam um prédio vazio no centro.",
    ],
  },
];
