/** @file Theme: reading habits. */
import type { Theme } from "../types";

/** Reading habits and libraries. */
export const reading: Theme = {
  id: "reading",
  title: "os desafios para a formação de leitores no Brasil",
  problem: [
    "a falta do hábito de leitura",
    "o distanciamento entre os brasileiros e os livros",
    "o declínio da leitura",
  ],
  right: ["o acesso à cultura", "o pensamento crítico", "a formação de cidadãos autônomos"],
  victims: ["os estudantes da rede pública", "os jovens", "os brasileiros de baixa renda"],
  broad: ["a educação", "a cultura", "a escola"],
  scene: [
    "o livro {perde espaço|é deixado de lado} na rotina {das famílias|de adultos e crianças}, {trocado por|substituído por} vídeos cada vez mais {curtos|rápidos}",
    "{há|existem} municípios {sem livraria|sem uma única livraria} e bibliotecas {fechadas|esquecidas}, {retrato|sinal} de um país que {lê pouco|ainda lê menos do que poderia}",
    "{muitos|não poucos} estudantes {terminam|concluem} o ensino médio sem {ter lido|haver lido} um livro inteiro {por vontade própria|por prazer}",
  ],
  causes: [
    {
      np: ["o preço elevado dos livros", "o alto custo dos livros"],
      why: [
        "um lançamento {custa|chega a custar} {o equivalente a|o mesmo que} {vários|muitos} quilos de alimento, {e a família pobre|de modo que a família pobre} {precisa escolher|não tem escolha}",
        "{tiragens pequenas|edições de poucos exemplares} e a distribuição {limitada|restrita} às capitais {encarecem|tornam mais caro} um produto que deveria {circular|chegar} por todo o território",
      ],
      example: [
        "uma mãe que {recebe|vive com} um salário mínimo {dificilmente|raramente} {compra|consegue comprar} um livro infantil {sem abrir mão de|sem cortar} algo da despensa",
        "{no interior|em cidades pequenas}, o leitor precisa {encomendar|pedir} a obra {pela internet|de longe} e {pagar|arcar com} um frete {quase tão caro quanto o volume|que dobra o preço}",
      ],
      effect: [
        "a leitura {permanece|continua} {associada|restrita} às classes {mais ricas|favorecidas}, {como se fosse|tal qual} um artigo de luxo",
        "o livro {some|desaparece} da lista de {necessidades|prioridades} e {torna-se|passa a ser} um objeto {estranho|distante} para {muitas crianças|boa parte das crianças}",
      ],
    },
    {
      np: ["a ausência de estímulo familiar", "a falta de exemplos de leitura em casa"],
      why: [
        "a criança {imita|repete} o que {vê|observa}, e {raros são|são poucos} os adultos que {abrem|leem} um livro {diante dela|na presença dos filhos}",
        "a rotina {cansativa|exaustiva} dos pais deixa pouco tempo para {histórias antes de dormir|contar histórias}, e a tela {ocupa|preenche} esse vazio",
      ],
      example: [
        "em {muitas|tantas} salas de estar brasileiras, há {televisão|uma grande televisão} e {vários|diversos} celulares, mas {nenhuma estante|nem um só livro}",
        "um menino que {recebe|ganha} um tablet {antes|muito antes} do primeiro livro {aprende|acostuma-se} cedo a {deslizar o dedo|passar imagens}, e não a {imaginar|virar páginas}",
      ],
      effect: [
        "a leitura {chega|é apresentada} apenas como {obrigação escolar|tarefa}, {sem afeto|sem qualquer afeto} que a {sustente|justifique}",
        "{gerações inteiras|sucessivas gerações} {crescem|são formadas} sem {descobrir|conhecer} o prazer de {uma boa história|ler}",
      ],
    },
    {
      np: ["o ensino mecânico da literatura", "a abordagem escolar que transforma a leitura em punição"],
      why: [
        "os clássicos são {impostos|cobrados} {sem mediação|sem diálogo com a vida do aluno}, apenas para responder a {fichas|questionários}",
        "o aluno {lê|é levado a ler} para {a prova|obter nota}, e não para {compreender|pensar} o mundo, {de modo que|de forma que} {esquece|abandona} os livros assim que {se forma|termina a escola}",
      ],
      example: [
        "um adolescente que {devora|acompanha} {sagas fantásticas|histórias em quadrinhos} {costuma ouvir|ouve} que {aquilo não é|isso não conta como} leitura {de verdade|séria}",
        "{em vez de|no lugar de} {debater|discutir} o romance, {muitas turmas|muitos alunos} {decoram|copiam} {resumos da internet|as características de cada escola literária}",
      ],
      effect: [
        "a escola {afasta|distancia} {justamente|exatamente} os leitores que {deveria formar|precisaria conquistar}",
        "{o texto|a obra literária} {deixa de ser|não chega a ser} {encontro|descoberta} e {vira|torna-se} {castigo|dever}",
      ],
    },
    {
      np: ["o abandono das bibliotecas públicas", "a carência de bibliotecas atraentes"],
      why: [
        "faltam {acervos atualizados|livros novos}, {bibliotecários|profissionais qualificados} e horários {compatíveis|adequados} à rotina de quem {estuda|trabalha}",
        "a lei de 2010 que {prevê|determina} uma biblioteca em {cada escola|toda escola} do país {foi|tem sido} {adiada|descumprida} {ano após ano|sem maiores consequências}",
      ],
      example: [
        "{há escolas|existem escolas} em que {a sala de leitura|a biblioteca} virou depósito de {carteiras quebradas|material velho}, com os livros {trancados|encaixotados}",
        "{o leitor|o estudante} que {procura|busca} a biblioteca da cidade no sábado encontra {portas fechadas|um cadeado no portão}",
      ],
      effect: [
        "quem não pode {comprar|pagar} fica {sem alternativa|sem livro algum}, {e o ciclo|de modo que o ciclo} da exclusão {se repete|recomeça}",
        "{a comunidade|o bairro} {perde|deixa de ter} um espaço {gratuito|aberto} de {estudo|convivência} e {de encontro|de imaginação}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "em “Fahrenheit 451”, o escritor Ray Bradbury {imagina|retrata} uma sociedade em que {bombeiros|os bombeiros} {queimam|incendeiam} livros e {as telas|grandes telas} {ocupam|tomam} as paredes das casas",
      link: [
        "no Brasil, {ninguém precisa|não é preciso} {queimar|incendiar} bibliotecas, {pois|já que} {basta|é suficiente} deixá-las {vazias|abandonadas}",
        "{a realidade|o país} {dispensa|não precisa de} chamas: {a indiferença|o desinteresse} {já faz|cumpre} {o mesmo papel|a mesma função}",
      ],
      back: "as páginas que Bradbury {imaginou em chamas|viu queimar} {voltarão a|poderão} {acender ideias|iluminar leitores}",
    },
    {
      kind: "idea",
      cite: "o educador Paulo Freire, em “A importância do ato de ler”, {ensina|afirma} que a leitura do mundo precede a leitura da palavra",
      link: [
        "quem lê não {decifra|junta} apenas letras, mas {interpreta|questiona} a própria {realidade|vida}",
        "negar livros {a alguém|a uma criança} {é|significa} {negar-lhe|tirar-lhe} {instrumentos|meios} para {ler o mundo|compreender o lugar em que vive}",
      ],
      back: "a leitura da palavra e a do mundo, {como queria|de que falava} Paulo Freire, {caminharão juntas|estarão ao alcance de todos}",
    },
    {
      kind: "idea",
      cite: "{o crítico|o sociólogo e crítico} Antonio Candido, no ensaio “O direito à literatura”, {defende|sustenta} que {ler ficção e poesia|a literatura} é uma necessidade {humana|de todo ser humano}, e não um {luxo|enfeite}",
      link: [
        "{esse direito|tal direito} {é negado|continua negado} a quem {cresce|vive} {sem biblioteca por perto|longe dos livros}",
        "{tratar|encarar} o livro como {supérfluo|luxo} {significa|é}, {nessa lógica|por essa razão}, {mutilar|empobrecer} a humanidade {do leitor|de cada um}",
      ],
      back: "a literatura {será|poderá ser}, {enfim|como desejava Antonio Candido}, um direito {de todos|de cada brasileiro}",
    },
  ],
  tags: ["education", "culture", "technology"],
  counter: [
    {
      claim: "{a internet|a rede} {já oferece|põe à disposição} toda a leitura {necessária|de que se precisa}",
      reply:
        "{ler mensagens|percorrer manchetes} {não exige|dispensa} a {concentração|paciência} que {um romance|um bom livro} {desenvolve|cultiva}",
    },
    {
      claim: "o brasileiro {não lê|lê pouco} porque {não quer|não gosta}",
      reply:
        "{ninguém|pessoa alguma} {aprende a gostar|pode gostar} do que {nunca pôde|jamais teve a chance de} {experimentar|conhecer}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Cultura",
      action:
        "{reabrir e modernizar|reformar} {bibliotecas|as bibliotecas públicas} {em todas as regiões|nos bairros mais pobres}",
      means: "{editais|repasses} {aos municípios|às prefeituras} e parcerias com {editoras|livreiros locais}",
      purpose: "aproximar o livro {da população|de quem não pode comprá-lo}",
      detail:
        "{os acervos|as estantes} {devem|precisam} {reunir|oferecer} {autores da região|quadrinhos e obras juvenis} ao lado dos clássicos, {com clubes|além de clubes} de leitura {semanais|aos sábados}",
    },
    {
      agent: "as escolas",
      action: "{reservar|garantir} um tempo diário de leitura livre {em todas as séries|aos alunos}",
      means: "{feiras de troca|rodas literárias} e {visitas de escritores|encontros com autores}",
      purpose: "{formar|criar} leitores {por prazer|por gosto}, e não {por obrigação|apenas para a prova}",
      detail:
        "{o próprio aluno|cada turma} {deve|pode} {escolher|indicar} as obras, {com a orientação|sob a mediação} de professores {e bibliotecários|leitores}",
    },
    {
      agent: "o Governo Federal",
      action: "{reduzir|baixar} o preço {dos livros|das obras nacionais}",
      means: "{incentivos às editoras|compras públicas} e um vale-livro para {estudantes|famílias} de baixa renda",
      purpose: "{democratizar|ampliar} o acesso à {leitura|literatura}",
      detail:
        "o benefício {pode|deve} ser {usado|aceito} em {livrarias de bairro|feiras literárias}, {o que|medida que} {fortalece|movimenta} também {o comércio local|os pequenos livreiros}",
    },
  ],
  vague: [
    "ler é {muito importante|muito bom} {para o conhecimento|para aprender coisas novas}",
    "{hoje|hoje em dia} {ninguém quer|quase ninguém quer} ler {porque dá preguiça|porque o celular é mais legal}",
    "{quem lê|a pessoa que lê} {escreve melhor|fica mais inteligente} e {vai bem|se dá bem} na vida",
    "{os livros|muitos livros} são {caros|chatos} e {difíceis|compridos}",
    "{a escola|o professor} manda ler {mas ninguém lê|e o aluno não gosta}",
  ],
  source: [
    "o texto I afirma que leitor é aquele que leu, inteiro ou em partes, pelo menos um livro nos últimos três meses",
    "segundo o texto motivador, a leitura amplia o vocabulário e ajuda a compreender o mundo",
    "o texto II conta que uma biblioteca sem leitores é apenas um depósito de papel",
  ],
};
