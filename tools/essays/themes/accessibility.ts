/** @file Theme: inclusion of people with disabilities. */
import type { Theme } from "../types";

/** Inclusion of people with disabilities. */
export const accessibility: Theme = {
  id: "accessibility",
  title: "a inclusão das pessoas com deficiência na sociedade brasileira",
  problem: ["a exclusão das pessoas com deficiência", "a falta de acessibilidade", "o capacitismo"],
  right: ["a inclusão social", "o direito de ir e vir", "a igualdade de condições"],
  victims: ["os brasileiros com deficiência", "os cadeirantes", "os estudantes surdos e cegos"],
  broad: ["a sociedade", "a igualdade", "o respeito ao próximo"],
  scene: [
    "uma rampa {íngreme demais|bloqueada por um carro} ou um elevador {quebrado|sempre em manutenção} {basta|é suficiente} para {separar|afastar} um cidadão {do trabalho, da escola e do lazer|da vida pública}",
    "{comentários|frases} como “você nem parece deficiente” {mostram|revelam} que o preconceito {também|às vezes} {se veste de gentileza|vem disfarçado de elogio}",
    "vagas de emprego {reservadas|previstas} em lei {permanecem|ficam} vazias, não por falta de {talento|candidatos}, mas por {excesso de barreiras|preconceito}",
  ],
  causes: [
    {
      np: ["o preconceito enraizado na sociedade", "a visão que associa a deficiência à incapacidade"],
      why: [
        "{durante séculos|por muito tempo}, a pessoa com deficiência foi {escondida em casa|tratada como castigo ou doença}, e {essa herança|tal passado} {ainda|} {aparece|sobrevive} no olhar de {pena|dó} e de desconfiança",
        "{a sociedade|o senso comum} {enxerga|vê} primeiro {a cadeira de rodas|o que falta} e só depois {a pessoa|o talento}, {ordem|hábito} que {fecha|tranca} portas antes de qualquer {conversa|teste}",
      ],
      example: [
        "um candidato cego com {diploma e experiência|ótimo currículo} {é chamado|só é lembrado} para {cargos|funções} muito abaixo de sua {formação|capacidade}",
        "{garçons|vendedores} que perguntam ao acompanhante o que o cadeirante {deseja|vai pedir} tratam um adulto como {criança|se fosse incapaz}",
      ],
      effect: [
        "{a autoestima|a confiança} {é ferida|diminui}, e {muitos|alguns} {desistem|abrem mão} de {ocupar|frequentar} {espaços públicos|lugares que são seus}",
        "o país {desperdiça|perde} {inteligências e talentos|profissionais} e {reforça|confirma} a exclusão que {dizia|prometia} combater",
      ],
    },
    {
      np: ["o descumprimento das leis de acessibilidade", "a falta de adaptação dos espaços públicos"],
      why: [
        "{calçadas|ruas} sem piso tátil, {sites|cinemas} sem audiodescrição e {ônibus|terminais} sem rampa {resultam|nascem} de projetos que {ignoram|esquecem} a diversidade dos corpos",
        "{a fiscalização|a vigilância} {é rara|quase não existe}, e {adaptar|reformar} {depois|às pressas} {custa|sai} mais caro do que {planejar|construir} bem desde o início",
      ],
      example: [
        "{um estudante|um universitário} cadeirante {depende|precisa} da força dos colegas para chegar ao {segundo|terceiro} andar, onde {fica|funciona} o laboratório",
        "{uma mulher surda|uma paciente surda} {sai do posto de saúde|deixa o consultório} sem {entender|compreender} o diagnóstico porque {ninguém ali|nenhum funcionário} {sabe|domina} Libras",
      ],
      effect: [
        "{a autonomia|a independência} {prometida|assegurada} pela lei vira {favor|dependência}, e {sair de casa|viver na cidade} {torna-se|passa a ser} uma {batalha|maratona} diária",
        "{a cidade|o espaço urbano} {diz|comunica}, em concreto e degraus, quem {é bem-vindo|pode circular} e quem {deve|precisa} ficar em casa",
      ],
    },
    {
      np: ["o despreparo das escolas", "a falta de formação para a educação inclusiva"],
      why: [
        "{matricular|aceitar} o aluno {é apenas|foi apenas} o primeiro passo, {pois|já que} {sem materiais adaptados|sem apoio} ele {fica|permanece} na sala sem participar da aula",
        "{os professores|os docentes}, {em sua formação|na faculdade}, tiveram {pouco|quase nenhum} contato com {Libras e braille|a educação inclusiva} e {sentem-se|ficam} {sozinhos|inseguros} diante da turma",
      ],
      example: [
        "um menino autista que {passa|fica} {o recreio|as tardes} {isolado|no canto do pátio} {está matriculado|frequenta a escola}, mas {não está|ainda não foi} incluído",
        "{provas|avaliações} {em letras miúdas|sem intérprete} {avaliam|medem} a deficiência do material, e não {o conhecimento|o esforço} do aluno",
      ],
      effect: [
        "{a evasão|o abandono} {cresce|aumenta} entre esses estudantes, e a universidade fica {mais distante|quase inalcançável}",
        "{as demais crianças|os colegas} {também perdem|deixam de ganhar}, {pois|já que} {crescem|se formam} sem aprender a convivência com a diferença",
      ],
    },
  ],
  repertoire: [
    {
      kind: "ideal",
      cite: "a Lei Brasileira de Inclusão, {de 2015|sancionada em 2015}, {assegura|garante} à pessoa com deficiência o exercício de seus direitos em condições de igualdade",
      link: [
        "{a igualdade|essa igualdade} {tropeça|esbarra} no primeiro degrau, literal e simbólico, de {escolas, lojas e repartições|prédios públicos}",
        "{há|existe} uma {distância|diferença} {considerável|enorme} entre {o que a lei assegura|a norma} e {o que a rua oferece|a calçada}",
      ],
      back: "a Lei Brasileira de Inclusão sairá do papel e {ganhará as ruas|chegará às salas de aula}",
    },
    {
      kind: "mirror",
      cite: "no livro “Extraordinário”, de R. J. Palacio, o menino Auggie, que {nasceu|vive} com uma {deformidade|diferença} no rosto, {enfrenta|sofre} {o medo e a zombaria|a rejeição} dos colegas ao chegar à escola",
      link: [
        "{o que transforma|aquilo que muda} a turma não é {um discurso|um castigo}, mas {a convivência|o tempo passado juntos}, {justamente|exatamente} o que {falta|é negado} a {tantas|muitas} crianças brasileiras",
        "{a história|o livro} {lembra|mostra} que o problema não {estava|está} no rosto do menino, {e sim|mas} nos olhos de quem {o julgava|olhava}",
      ],
      back: "cada Auggie {brasileiro|do país} {será recebido|encontrará lugar} na escola {sem medo|como um aluno qualquer}",
    },
    {
      kind: "mirror",
      cite: "no filme francês “Intocáveis”, de 2011, um milionário {tetraplégico|em cadeira de rodas} {escolhe|contrata} como cuidador um jovem que {não sente|jamais sente} pena dele",
      link: [
        "{a amizade|o vínculo} entre os dois {ensina|mostra} que {respeito|dignidade} e piedade são {coisas diferentes|sentimentos opostos}",
        "falta à sociedade brasileira {trocar|substituir} {o olhar de dó|a pena} {pela convivência|por oportunidades}",
      ],
      back: "a pena {dará lugar|cederá espaço} ao respeito, como {na amizade|ensina a amizade} de “Intocáveis”",
    },
  ],
  tags: ["rights", "others", "education"],
  counter: [
    {
      claim: "{adaptar|reformar} {prédios e escolas|as cidades} {custa|sai} caro demais",
      reply:
        "{rampas e elevadores|calçadas planas} {servem|são úteis} também a idosos, {gestantes|grávidas} e {crianças|pais com carrinhos}, e a exclusão custa {muito mais|ainda mais}",
    },
    {
      claim: "{escolas especiais|instituições separadas} resolvem a questão",
      reply:
        "{separar|isolar} {não ensina|nunca ensinou} a conviver, e o mundo adulto {é um só|não tem salas separadas}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Educação",
      action: "{capacitar|formar} professores e {equipar|adaptar} as escolas para a educação inclusiva",
      means:
        "{cursos de Libras e braille|formação continuada} e {salas de recursos|contratação de profissionais de apoio}",
      purpose: "{garantir|assegurar} que {todo aluno|cada estudante} {aprenda e participe|aprenda com os demais}",
      detail:
        "as famílias {devem|precisam} ser ouvidas na {elaboração|escolha} dos {materiais|planos de ensino}, {adaptados|ajustados} a {cada deficiência|cada aluno}",
    },
    {
      agent: "as prefeituras",
      action: "{reformar|adaptar} calçadas, {terminais|pontos de ônibus} e prédios públicos",
      means:
        "{um cronograma público|metas anuais} e {fiscalização|vistorias} dos conselhos {municipais|da pessoa com deficiência}",
      purpose: "{devolver|assegurar} a autonomia {a quem foi excluído|aos cidadãos com deficiência}",
      detail:
        "pessoas com deficiência {devem|precisam} {avaliar|testar} as obras {antes da entrega|em cada etapa}, {pois|já que} conhecem {as barreiras|os obstáculos} {melhor do que ninguém|na prática}",
    },
    {
      agent: "as empresas",
      action:
        "{cumprir|respeitar} a lei de cotas e {oferecer|criar} {planos de carreira|condições reais de crescimento}",
      means: "{processos seletivos acessíveis|adaptação dos postos de trabalho} e {treinamento|orientação} das equipes",
      purpose: "{combater|vencer} o preconceito e {valorizar|aproveitar} {o talento|a competência} de todos",
      detail:
        "{o Ministério Público do Trabalho|o governo} {deve|pode} {acompanhar|verificar} os resultados e {divulgar|premiar} {os bons exemplos|as empresas que avançam}",
    },
  ],
  vague: [
    "{todos|todos nós} somos {iguais|seres humanos} e {merecemos|temos que ter} {respeito|as mesmas chances}",
    "{as calçadas|as ruas} são {ruins|cheias de buraco} e {o cadeirante|quem não enxerga} {sofre|não consegue passar}",
    "{muita gente|o povo} {olha torto|tem preconceito} e {isso machuca|isso é errado}",
    "quem tem deficiência também {trabalha e estuda|é capaz} e {não é coitado|só quer uma oportunidade}",
    "é bom se colocar no lugar do outro e {ajudar|ter empatia}",
  ],
  source: [
    "segundo o texto I, acessibilidade é a possibilidade de usar os espaços com segurança e autonomia",
    "o texto motivador lembra que a deficiência não está na pessoa, e sim nas barreiras",
    "a imagem do texto II mostra uma cadeira de rodas parada diante de uma escada",
  ],
};
