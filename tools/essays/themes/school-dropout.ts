/** @file Theme: young people who leave school. */
import type { Theme } from "../types";

/** Young people who leave school. */
export const schoolDropout: Theme = {
  id: "school-dropout",
  title: "a evasão escolar e seus impactos na juventude brasileira",
  problem: ["a evasão escolar", "o abandono dos estudos", "a saída precoce dos jovens da escola"],
  right: ["o direito à educação", "o futuro da juventude", "a igualdade de oportunidades"],
  victims: ["os adolescentes pobres", "os alunos da rede pública", "os jovens que deixam a sala de aula"],
  broad: ["a educação", "a escola", "a juventude"],
  scene: [
    "{a cada bimestre|ao longo do ano}, {carteiras vazias|cadeiras vazias} {denunciam|revelam} a {ausência|desistência} de jovens que trocaram os cadernos {pelo trabalho|pela rua}",
    "o diploma do ensino médio {continua|segue} distante para muitos adolescentes, {sobretudo|principalmente} {negros e pobres|nas periferias e no campo}",
    "{matricular-se|entrar na escola} {tornou-se|ficou} mais fácil, {mas permanecer nela|mas concluí-la} {ainda é|continua sendo} um desafio {diário|enorme} para {milhares de|muitos} estudantes",
  ],
  causes: [
    {
      np: ["a necessidade de trabalhar cedo", "a entrada precoce no mercado de trabalho"],
      why: [
        "{quando|nas casas em que} {falta comida|o dinheiro não chega ao fim do mês}, {o salário imediato|a renda de hoje} vence a promessa {distante|incerta} de um diploma",
        "{jornada e aula|emprego e aula} {disputam|ocupam} o mesmo horário, e o corpo {cansado|exausto} {não resiste|adormece} {à noite|na última aula}",
      ],
      example: [
        "um rapaz que {entrega|carrega} {compras|encomendas} o dia inteiro chega à sala {com sono|exausto} e, {aos poucos|semana após semana}, {deixa de|para de} {aparecer|ir}",
        "uma adolescente que {cuida dos irmãos|assume a casa} para que a mãe {trabalhe|saia} perde {provas|aulas} até {desistir|abandonar o ano}",
      ],
      effect: [
        "{a pobreza|a falta de dinheiro} {passa|é transmitida} de pais para filhos, {pois|já que} {sem estudo|sem diploma} {restam|sobram} apenas {vagas precárias|os piores salários}",
        "{o jovem|o adolescente} {troca|sacrifica} o futuro {pelo presente|por uma diária}, {escolha|troca} que nenhum {estudante|menino} deveria {ser forçado a fazer|enfrentar}",
      ],
    },
    {
      np: [
        "o distanciamento entre a escola e a realidade dos jovens",
        "o desinteresse provocado por um ensino ultrapassado",
      ],
      why: [
        "{conteúdos decorados|fórmulas decoradas}, {sem ligação|sem relação} com {a vida|o cotidiano} dos alunos, {dão a impressão|passam a ideia} de que {a escola|estudar} não serve para {nada|a vida real}",
        "{salas lotadas|turmas numerosas} e aulas {expositivas|copiadas do quadro} {pouco|quase não} {dialogam|conversam} com uma geração {criada|crescida} entre telas e {perguntas|interações}",
      ],
      example: [
        "um aluno que {conserta|monta} {celulares|computadores} por conta própria {ouve|descobre}, na escola, que {não sabe nada|é um aluno fraco}, {porque|já que} {errou|não decorou} uma fórmula",
        "{jovens|alunos} que {produzem|gravam} {vídeos e rimas|música} fora da escola {raramente|dificilmente} {encontram|têm} espaço para {esse talento|essa criação} {dentro dela|na sala de aula}",
      ],
      effect: [
        "{o aluno|o estudante} {sente-se|torna-se} um estranho e {abandona|deixa} um lugar que {nunca pareceu|jamais considerou} seu",
        "{a escola|o colégio} {perde|desperdiça} {talentos|inteligências} e {empurra|entrega} {parte da juventude|os mais frágeis} {à informalidade|ao desemprego}",
      ],
    },
    {
      np: ["a falta de apoio aos alunos com dificuldades", "as reprovações sem acompanhamento"],
      why: [
        "o aluno que {repete|perde} o ano {é separado|afasta-se} dos amigos, {sente vergonha|perde a confiança} e {passa a acreditar|conclui} que {não nasceu para|não serve para} estudar",
        "faltam {reforço, psicólogos e busca ativa|orientadores e aulas de reforço}, de modo que {a ausência|a falta} só é {notada|percebida} quando {o abandono|a desistência} já {ocorreu|aconteceu}",
      ],
      example: [
        "uma menina que {engravida|fica grávida} aos quinze anos {encontra|ouve} {julgamento|cochichos} no corredor, em vez de {creche e apoio|acolhimento}, e {não volta|desiste de voltar}",
        "{um estudante|um adolescente} com dislexia, {nunca|jamais} {diagnosticado|avaliado}, passa por {preguiçoso|desatento} até {desistir|acreditar nisso}",
      ],
      effect: [
        "{quem mais precisava|o aluno que mais precisava} da escola {é|acaba sendo} {o primeiro|justamente o primeiro} a {perdê-la|deixá-la}",
        "{a desigualdade|a distância} entre {os alunos|ricos e pobres} {aumenta|cresce} {dentro do próprio|no interior do} sistema que deveria {diminuí-la|combatê-la}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "ideal",
      cite: "o artigo 205 da Constituição Federal {define|estabelece} a educação como direito de todos e dever do Estado e da família, {voltada|destinada} ao pleno desenvolvimento da pessoa",
      link: [
        "{garantir a vaga|oferecer a matrícula} é {apenas|somente} {metade|o começo} desse dever, {pois|já que} {sem permanência|sem condições de permanecer} não há {desenvolvimento|direito} {algum|pleno}",
        "{cada carteira vazia|cada desistência} {representa|é} a quebra dessa promessa {coletiva|constitucional}",
      ],
      back: "o direito {previsto|escrito} no artigo 205 {terá|ganhará} rosto, nome e {diploma|lugar na sala de aula}",
    },
    {
      kind: "idea",
      cite: "o sociólogo francês Pierre Bourdieu {mostrou|demonstrou} que a escola, {ao tratar|quando trata} como iguais os que {são|chegam} desiguais, {acaba por|pode} {reproduzir|confirmar} as diferenças sociais",
      link: [
        "{exigir|cobrar} o mesmo {rendimento|resultado} de quem {estuda com fome|trabalha à noite} e de quem {tem professor particular|só estuda} {é|significa} {confirmar|repetir} essa injustiça",
        "o abandono não é {escolha|preguiça}, mas {resultado|consequência} de uma {corrida|disputa} em que {alguns|muitos} {largam|partem} {atrás|de longe}",
      ],
      back: "a escola, {ao contrário do que observou|superando o que descreveu} Pierre Bourdieu, {corrigirá|diminuirá} as desigualdades em vez de {repeti-las|confirmá-las}",
    },
    {
      kind: "mirror",
      cite: "o documentário “Pro dia nascer feliz”, de João Jardim, {acompanha|mostra} adolescentes de escolas {ricas e pobres|muito diferentes} e {revela|expõe} como a sala de aula {pode|é capaz de} {acolher|abrir caminhos} ou {expulsar|excluir}",
      link: [
        "{anos depois|tempos depois} {da estreia|do filme}, as mesmas escolas {continuam|permanecem} à espera de {biblioteca, afeto e professor|alguém que as transforme}",
        "{os sonhos|os planos} {filmados|narrados} ali {dependiam|dependem} menos de {talento|inteligência} que de {oportunidade|condições}",
      ],
      back: "o dia {nascerá|poderá nascer} feliz também para os alunos da escola pública",
    },
  ],
  tags: ["education", "rights", "inequality", "childhood"],
  counter: [
    {
      claim: "{só abandona|deixa} a escola quem {não quer|não gosta de} estudar",
      reply: "o trabalho, a fome e o cansaço {não são|não podem ser chamados de} escolhas {livres|de um adolescente}",
    },
    {
      claim: "{o diploma|o estudo} {já não|não} {garante|assegura} emprego",
      reply:
        "quem não o tem {encontra|enfrenta} {portas fechadas|salários menores} e poucas chances de {mudar de vida|escolher}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Educação",
      action:
        "{ampliar|expandir} {bolsas de permanência|o auxílio financeiro} para alunos {de baixa renda|do ensino médio}",
      means:
        "depósitos mensais {ligados|vinculados} à {frequência|aprovação} e {parcerias|acordos} com {os estados|as redes estaduais}",
      purpose: "{evitar|impedir} que a {pobreza|necessidade} {expulse|afaste} o jovem da {escola|sala de aula}",
      detail:
        "{o valor|o benefício} {deve|precisa} {ser maior|aumentar} {nos anos finais|no último ano}, {quando|período em que} o risco de {desistência|abandono} {cresce|é maior}",
    },
    {
      agent: "as secretarias de educação",
      action: "{criar|manter} equipes de busca ativa e {oferecer|garantir} {reforço|tutoria} no contraturno",
      means:
        "{visitas às famílias|contato semanal com os pais} e {contratação|presença} de psicólogos e {assistentes sociais|tutores}",
      purpose:
        "{trazer|chamar} de volta {quem parou|os que desistiram} e {apoiar|amparar} {quem tem dificuldade|os que ficam para trás}",
      detail:
        "{as equipes|os profissionais} {devem|precisam} {agir|entrar em contato} {já na primeira semana|logo nos primeiros dias} de ausência, com apoio {do conselho tutelar|dos postos de saúde}",
    },
    {
      agent: "as escolas",
      action: "{renovar|modernizar} as aulas e {oferecer|abrir} {cursos técnicos|oficinas de arte e tecnologia}",
      means: "{projetos|trabalhos} ligados à vida da comunidade e {formação|capacitação} dos professores",
      purpose: "{despertar|recuperar} o interesse {dos alunos|da juventude}",
      detail:
        "{os estudantes|os próprios jovens} {devem|podem} {ajudar a escolher|propor} os temas, {por meio de|em} assembleias {mensais|a cada bimestre}",
    },
  ],
  vague: [
    "{estudar|o estudo} é {muito importante|a melhor coisa} para {ter um futuro|ser alguém na vida}",
    "{muitos jovens|muitos alunos} largam a escola {para trabalhar|porque não gostam} e {depois se arrependem|isso é ruim}",
    "{a escola|a aula} {é chata|precisa melhorar} e os professores {ganham pouco|estão cansados}",
    "{sem educação|sem estudo} o Brasil não {vai para a frente|cresce}",
    "a família {deve|precisa} incentivar {os filhos|as crianças} a {estudar|ir para a escola}",
  ],
  source: [
    "o texto I explica que evasão é quando o aluno deixa a escola e não volta no ano seguinte",
    "segundo o texto motivador, a necessidade de trabalhar está entre os principais motivos do abandono escolar",
    "no depoimento do texto II, um jovem conta que sonha em terminar os estudos",
  ],
};
