/** @file Theme: sedentary life. */
import type { Theme } from "../types";

/** Sedentary life. */
export const sedentaryLife: Theme = {
  id: "sedentary-life",
  title: "o sedentarismo como desafio de saúde pública no Brasil",
  problem: ["o sedentarismo", "a falta de atividade física", "o estilo de vida sedentário"],
  right: ["a saúde da população", "a qualidade de vida", "o bem-estar físico e mental"],
  victims: ["os jovens sedentários", "os trabalhadores de escritório", "os brasileiros sem acesso ao esporte"],
  broad: ["a saúde", "o esporte", "a vida moderna"],
  scene: [
    "elevadores, controles remotos e {aplicativos de entrega|carros} {pouparam|reduziram} tanto o esforço que {caminhar|subir uma escada} {tornou-se|virou} {exceção|raridade}",
    "{crianças|muitas crianças} que {antes|em outros tempos} {corriam|brincavam} na rua {passam|gastam} as tardes {sentadas|imóveis} {diante de telas|no sofá}",
    "{dores nas costas|diabetes e hipertensão} {aparecem|surgem} cada vez mais cedo, {inclusive|até} entre {adolescentes|estudantes} que {mal se movimentam|quase não saem do quarto}",
  ],
  causes: [
    {
      np: ["o excesso de tempo diante das telas", "a rotina dominada pelas telas"],
      why: [
        "{jogos, séries e redes|vídeos e jogos} são {planejados|projetados} para {prender|manter} o usuário {na cadeira|no sofá}, e o corpo {esquece|perde} {o hábito|a vontade} de se mover",
        "o lazer {digital|virtual} é {barato|imediato} e {não exige|dispensa} deslocamento, {vantagens|qualidades} que {a praça|o esporte} {dificilmente|raramente} {consegue|pode} oferecer",
      ],
      example: [
        "{um adolescente|um estudante} que {sai da escola|termina a aula} e passa {a tarde|horas} no videogame {caminha|anda}, ao longo do dia, apenas {alguns metros|os passos entre o quarto e a cozinha}",
        "{famílias|muitas famílias} que {jantavam|conversavam} e {passeavam|caminhavam} depois do trabalho {hoje|agora} {dividem|ocupam} o sofá, cada um {com o seu|preso ao próprio} aparelho",
      ],
      effect: [
        "{músculos, coração e mente|o coração e a mente} {enfraquecem|sofrem} ao mesmo tempo, {pois|já que} o corpo humano não foi feito para {a imobilidade|tanto repouso}",
        "{o sono|o humor} {piora|é prejudicado}, e {o cansaço|a preguiça} {passa a|acaba por} justificar mais {tempo de tela|horas sentado}",
      ],
    },
    {
      np: ["a falta de espaços públicos para o esporte", "a carência de praças e ciclovias"],
      why: [
        "{quadras|as quadras} {públicas|comunitárias} são {poucas|raras} e {malconservadas|mal iluminadas}, {sobretudo|principalmente} {nas periferias|longe dos bairros nobres}",
        "{a insegurança|o medo da violência} afasta as pessoas das ruas e transforma {a academia paga|o clube particular} na {única opção|saída}, {inacessível|distante} para {muitos|a maioria}",
      ],
      example: [
        "uma {trabalhadora|mãe} que {gostaria de|quer} caminhar {depois do expediente|à noite} {desiste|volta para casa} ao {encontrar|ver} {a praça escura|o parque fechado}",
        "{meninos|crianças} de {comunidades|bairros pobres} {improvisam|fazem} {o gol|as traves} com chinelos em {ladeiras|ruas} disputadas com carros e motos",
      ],
      effect: [
        "{o movimento|a atividade física} {vira|torna-se} {mercadoria|privilégio}, e {a saúde|uma vida ativa} {passa a depender|depende} da renda",
        "{as praças|as ruas} {ficam|tornam-se} {vazias|ainda mais desertas}, {o que|e isso} {aumenta|reforça} {o medo|a insegurança} de {ocupá-las|frequentá-las}",
      ],
    },
    {
      np: ["a desvalorização da Educação Física", "o descaso das escolas com a cultura do movimento"],
      why: [
        "{muitas escolas|várias escolas} {tratam|enxergam} a disciplina como {recreio prolongado|passatempo} e a {reduzem|sacrificam} {no ano do vestibular|quando faltam aulas}",
        "{aulas|atividades} {centradas|baseadas} apenas {na competição|no futebol} {excluem|humilham} quem {tem menos habilidade|não é atleta} e {ensinam|levam} o aluno a {odiar|evitar} o exercício",
      ],
      example: [
        "a menina que é {sempre|todas as vezes} a última {escolhida|chamada} para o time {inventa|arranja} {atestados|desculpas} e, {adulta|anos depois}, {continua longe|mantém distância} de qualquer {quadra|esporte}",
        "{há colégios|existem escolas} em que a {quadra|bola} fica trancada e os alunos {copiam as regras do vôlei no caderno|decoram as regras do vôlei sem jogá-lo}",
      ],
      effect: [
        "{o jovem|o estudante} {conclui|deixa} a escola sem {descobrir|encontrar} uma {atividade|prática} que lhe {dê prazer|faça bem}",
        "{o hábito|a cultura do esporte} que {poderia|deveria} durar a vida inteira {morre|acaba} na {infância|adolescência}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "na animação “Wall-E”, de 2008, os seres humanos {vivem|passam os dias} em poltronas flutuantes, {diante de telas|servidos por máquinas}, e {mal conseguem|quase não conseguem} ficar de pé",
      link: [
        "{a cena|essa imagem} {parecia exagero|fazia rir}, mas {o sofá|a poltrona} e o celular {já aproximam|aproximaram} o presente desse {futuro|cenário}",
        "{na Terra de hoje|fora da animação}, {a poltrona|a tecnologia} também {oferece|traz} conforto {imediato|sem esforço} e {cobra|exige} a saúde como {preço|pagamento}",
      ],
      back: "os brasileiros trocarão a poltrona de “Wall-E” {pela praça|pela bicicleta}",
    },
    {
      kind: "idea",
      cite: "o poeta romano Juvenal {deixou|escreveu}, há quase dois mil anos, {a máxima|a célebre expressão} “mente sã em corpo são”",
      link: [
        "separar o corpo da mente, como faz {a rotina moderna|o mundo do trabalho}, {adoece|prejudica} os dois",
        "{a medicina|a ciência} {atual|de hoje} {confirma|comprova} a intuição do poeta, já que o exercício ajuda a prevenir também {a ansiedade e a depressão|os males da mente}",
      ],
      back: "a mente sã {voltará a morar|encontrará morada} em um corpo são, como {desejava|queria} Juvenal",
    },
    {
      kind: "ideal",
      cite: "o artigo 217 da Constituição Federal {determina|estabelece} que é dever do Estado {fomentar|incentivar} práticas desportivas, {formais e não formais|como direito de cada um}",
      link: [
        "{quadras trancadas|praças escuras} e {escolas sem professor|aulas improvisadas} {mostram|provam} o quanto esse dever {é esquecido|tem sido adiado}",
        "{o poder público|o Estado} {lembra-se|costuma lembrar-se} do esporte {na Olimpíada|em ano de Copa} e o {esquece|abandona} no bairro",
      ],
      back: "o esporte {será|passará a ser}, como {prevê|promete} a Constituição, direito de cada um",
    },
  ],
  tags: ["health", "technology", "city"],
  counter: [
    {
      claim: "{basta|é suficiente} ter força de vontade para {sair do sofá|mudar de vida}",
      reply:
        "{a vontade|a disposição} {pouco pode|não basta} contra {jornadas exaustivas|a falta de tempo} e ruas {inseguras|escuras}",
    },
    {
      claim: "{o esporte|a atividade física} diz respeito {a cada um|apenas ao indivíduo}",
      reply:
        "{as doenças|os males} do sedentarismo {sobrecarregam|pesam sobre} o Sistema Único de Saúde, {mantido|custeado} por {todos|toda a sociedade}",
    },
  ],
  measures: [
    {
      agent: "as prefeituras",
      action: "{construir e iluminar|recuperar} praças, quadras e {ciclovias|pistas de caminhada}",
      means:
        "{parcerias|convênios} com {o Ministério do Esporte|empresas locais} e {orçamento participativo|consultas aos moradores}",
      purpose: "tornar o exercício {acessível|possível} {em todos os bairros|a qualquer pessoa}",
      detail:
        "{esses espaços|tais áreas} {devem|precisam} {contar com|dispor de} professores de Educação Física {pela manhã e à noite|em vários horários}, {para orientar|a fim de orientar} {crianças, adultos e idosos|os frequentadores}",
    },
    {
      agent: "o Ministério da Educação",
      action: "{valorizar|fortalecer} a Educação Física em {todas as séries|toda a educação básica}",
      means: "{formação de professores|cursos para os docentes} e {compra de materiais|reforma das quadras}",
      purpose: "{despertar|cultivar} {o gosto|o prazer} pelo movimento {desde a infância|em todos os alunos}",
      detail:
        "{as aulas|os planos de ensino} {devem|podem} {incluir|oferecer} {dança, lutas e jogos cooperativos|modalidades variadas}, {de modo que|para que} {nenhum aluno|ninguém} {se sinta excluído|fique de fora}",
    },
    {
      agent: "o Ministério da Saúde",
      action: "{divulgar|promover} os benefícios do exercício {em campanhas permanentes|nas redes e nos postos}",
      means:
        "{programas|grupos} de caminhada {orientada|nos bairros} e {vídeos|publicações} com {médicos e atletas|histórias reais}",
      purpose: "{prevenir|evitar} doenças e reduzir os gastos do sistema público",
      detail:
        "{os grupos|as caminhadas} {podem|devem} {sair|partir} das unidades básicas, com a presença de {enfermeiros|agentes de saúde} e horários {para quem trabalha|flexíveis}",
    },
  ],
  vague: [
    "{fazer exercício|o esporte} {é bom|faz bem} para {a saúde|o corpo e a mente}",
    "{hoje em dia|atualmente} {as pessoas|todos} só querem ficar {no sofá|no celular} e {engordam|ficam com preguiça}",
    "{ninguém|quase ninguém} tem {tempo|dinheiro} para {academia|se cuidar}",
    "{as crianças|os meninos} {não brincam mais|quase não brincam} {na rua|de bola} como antigamente",
    "{quem não se mexe|quem fica parado} {fica doente|vive pior} e {vai parar no médico|depois se arrepende}",
  ],
  source: [
    "segundo o texto I, sedentária é a pessoa que não pratica atividade física suficiente durante a semana",
    "o texto motivador recomenda caminhar todos os dias e passar menos tempo sentado",
    "a charge do texto II mostra a evolução do homem que termina sentado na frente do computador",
  ],
};
