/** @file Theme: the mental health of the young. */
import type { Theme } from "../types";

/** The mental health of the young. */
export const youthMentalHealth: Theme = {
  id: "youth-mental-health",
  title: "a saúde mental dos jovens brasileiros em debate",
  problem: [
    "o adoecimento mental dos jovens",
    "o sofrimento psíquico da juventude",
    "a fragilidade da saúde mental entre os jovens",
  ],
  right: ["o bem-estar de toda uma geração", "o direito à saúde", "o desenvolvimento saudável dos adolescentes"],
  victims: ["os adolescentes", "os jovens brasileiros", "os estudantes em sofrimento"],
  broad: ["a juventude", "a saúde", "a vida moderna"],
  scene: [
    "{ansiedade, insônia e tristeza|crises de ansiedade e tristeza profunda} {tornaram-se|passaram a ser} queixas {frequentes|comuns} nas salas de aula, {quase sempre|muitas vezes} sem {o devido acolhimento|a escuta necessária}",
    "{muitos|milhares de} adolescentes {sorriem nas fotos|exibem alegria nas redes sociais} e {choram|sofrem} {em silêncio|sozinhos} no quarto, {sem saber|sem descobrir} a quem pedir ajuda",
    "{falar de|conversar sobre} depressão {ainda causa|continua a causar} {constrangimento|desconforto} em {muitas famílias|boa parte dos lares}, que {tratam|encaram} o sofrimento do jovem como {frescura|preguiça} ou falta de fé",
  ],
  causes: [
    {
      np: ["o estigma que cerca os transtornos mentais", "o preconceito contra quem sofre de transtornos mentais"],
      why: [
        "a sociedade {aprendeu a|costuma} {respeitar|levar a sério} a dor {que aparece em exames|do corpo} e a {desconfiar|duvidar} da dor {que não se vê|da mente}, o que {cala|silencia} o adolescente",
        "{procurar|consultar} um psicólogo {ainda é visto|é visto por muitos} como sinal de {fraqueza|loucura}, {crença|ideia} que {atrasa|adia} o diagnóstico e {agrava|prolonga} o sofrimento",
      ],
      example: [
        "um jovem que {falta à aula|fica em casa} por causa de uma febre {é compreendido|recebe cuidados}, mas aquele que {não consegue sair da cama|não tem forças para levantar} por causa da depressão {ouve|escuta} que {lhe falta vontade|está com preguiça}",
        "{em rodas de amigos|no grupo da família}, {a tristeza persistente|a crise de pânico} {vira|torna-se} {piada|motivo de riso}, e quem {a sente|passa por isso} {aprende a|passa a} {escondê-la|disfarçar}",
      ],
      effect: [
        "o pedido de ajuda {chega tarde|nunca é feito}, e {um quadro tratável|aquilo que tinha tratamento} {se agrava|torna-se grave}",
        "{o silêncio|a vergonha} {isola|afasta} o adolescente {da família e da escola|justamente de quem poderia ajudá-lo}",
      ],
    },
    {
      np: ["a pressão por desempenho e sucesso", "a cobrança excessiva por resultados"],
      why: [
        "desde cedo, {o estudante|o adolescente} {é avaliado|mede o próprio valor} por {notas e colocações|números}, {em uma rotina|numa rotina} que {deixa pouco espaço|reserva pouco tempo} para o erro e para o descanso",
        "{vestibulares disputados|a concorrência no vestibular} e {um mercado de trabalho incerto|o medo do desemprego} convencem {o jovem|o aluno} de que {parar é perder|qualquer pausa é fracasso}",
      ],
      example: [
        "{candidatos|alunos do terceiro ano} passam {madrugadas inteiras|noites em claro} sobre os livros, {abandonam|deixam} o esporte e os amigos e {chegam à prova|chegam ao fim do ano} {esgotados|com crises de choro}",
        "uma aluna que {tira nota alta|vai bem em todas as matérias} e {ainda assim|mesmo assim} se {sente insuficiente|considera um fracasso} {mostra|revela} {até onde vai|o peso que tem} essa cobrança",
      ],
      effect: [
        "{a escola|o estudo}, que deveria {despertar curiosidade|abrir caminhos}, {passa a|acaba por} provocar {medo|adoecimento}",
        "{o cansaço|o esgotamento} {deixa de ser exceção|torna-se regra} e {mina|destrói} a autoestima {de quem ainda está se formando|dos mais novos}",
      ],
    },
    {
      np: ["o uso excessivo das redes sociais", "a comparação constante nas redes sociais"],
      why: [
        "{as plataformas|os aplicativos} {exibem|mostram} {corpos perfeitos|rotinas impecáveis} e {felicidade permanente|viagens sem fim}, {parâmetro|modelo} com o qual {nenhum adolescente real|nenhuma vida comum} {consegue competir|pode concorrer}",
        "o número de {curtidas|seguidores} {passou a funcionar|funciona para muitos} como medida de {valor pessoal|aceitação}, {e o jovem|de modo que o jovem} se torna refém da aprovação {alheia|de desconhecidos}",
      ],
      example: [
        "{uma menina|uma adolescente} que {apaga|deleta} a própria foto porque {recebeu poucas curtidas|quase ninguém reagiu} {aprende|passa a acreditar}, {aos treze anos|muito cedo}, que {vale pouco|não é suficiente}",
        "comentários cruéis {publicados|escritos} por colegas {acompanham|perseguem} a vítima até {o quarto|dentro de casa}, {onde antes|lugar em que antes} ela {estaria protegida|encontrava descanso}",
      ],
      effect: [
        "{o convívio real|a amizade presencial} {perde espaço|empobrece}, e a solidão {cresce|aumenta} {no meio de|apesar de} centenas de contatos",
        "{o sono, a atenção e o humor|o sono e a autoestima} {são prejudicados|sofrem}, {numa idade|em uma fase} decisiva para a formação {da identidade|do caráter}",
      ],
    },
    {
      np: ["a falta de atendimento psicológico gratuito", "a escassez de psicólogos na rede pública"],
      why: [
        "{os Centros de Atenção Psicossocial|os serviços públicos especializados} {não existem|são insuficientes} em {muitos municípios|boa parte das cidades}, e a consulta particular é inacessível para {a maioria|as famílias pobres}",
        "a lei {que prevê|que garante} psicólogos nas {redes públicas de ensino|escolas públicas}, de 2019, {ainda é cumprida|avança} {em ritmo lento|de forma desigual}, {por falta de|à espera de} verba e {de prioridade|de vontade política}",
      ],
      example: [
        "{um adolescente|uma jovem} {em crise|com sintomas de depressão} {espera|aguarda} {meses|longos meses} por uma consulta {no posto de saúde|na rede pública}, {tempo em que|período no qual} o quadro só {piora|se agrava}",
        "{professores sem preparo|educadores sobrecarregados} {acabam sendo|tornam-se} {os únicos|as únicas pessoas} a {perceber|notar} os sinais, sem ter {a quem encaminhar|para onde encaminhar} o aluno",
      ],
      effect: [
        "{o cuidado|o tratamento} {vira|torna-se} {privilégio|luxo}, e o sofrimento dos mais pobres {fica sem nome|é ignorado}",
        "{o poder público|o Estado} só {age|aparece} {quando a crise já ocorreu|depois da tragédia}, {embora|ainda que} prevenir {seja|fosse} {mais humano e mais barato|muito mais simples}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "idea",
      cite: "o filósofo {sul-coreano|contemporâneo} Byung-Chul Han, em “Sociedade do cansaço”, {descreve|analisa} um tempo em que {o indivíduo|cada um} {se explora|cobra de si mesmo} até {o esgotamento|adoecer}",
      link: [
        "{os adolescentes|os jovens} {aprendem|absorvem} {essa lógica|tal lógica} {ainda na escola|cada vez mais cedo}, quando {descansar|parar} {passa a dar|provoca} culpa",
        "{a juventude|a geração atual} {é o retrato|tornou-se o rosto} {desse cansaço|dessa exaustão}, pois {nunca se sente|não consegue se sentir} suficiente",
      ],
      back: "a sociedade {descrita|analisada} por Byung-Chul Han {poderá trocar|trocará} o cansaço pelo cuidado",
    },
    {
      kind: "mirror",
      cite: "na animação “Divertida Mente”, {de 2015|da Pixar}, a menina Riley só {volta a ficar bem|se recupera} quando {a Tristeza|a personagem Tristeza} {ganha espaço|é, enfim, ouvida} e {deixa de ser|não é mais} {reprimida|escondida}",
      link: [
        "{a lição do filme|essa lição} {ainda não chegou|pouco chegou} às famílias que {mandam engolir o choro|tratam a tristeza como defeito}",
        "{fora da tela|na vida real}, nem sempre há {quem escute|alguém disposto a ouvir}, e {o jovem|o adolescente} {segue|continua} {fingindo|a fingir} alegria",
      ],
      back: "a tristeza, como {ensina|mostra} “Divertida Mente”, {poderá ser|será} {ouvida antes de adoecer|acolhida, e não escondida}",
    },
    {
      kind: "mirror",
      cite: "em “O alienista”, {Machado de Assis|o escritor Machado de Assis} {ironiza|satiriza} {o médico|o doutor} Simão Bacamarte, que {tranca no hospício|interna} quase toda {a cidade|a vila} de Itaguaí {por não saber|por ser incapaz de} {definir a loucura|separar razão e loucura}",
      link: [
        "{mais de um século depois|ainda hoje}, {a ignorância|o desconhecimento} sobre a mente {continua|segue} a {isolar|excluir} quem {deveria ser acolhido|precisa de cuidado}",
        "{a sociedade atual|o Brasil de hoje} {já não tranca|não interna} os jovens, mas {os isola|os abandona} de outra forma: {com o silêncio|com o preconceito}",
      ],
      back: "a ignorância {satirizada|ironizada} por Machado de Assis {ficará|permanecerá} apenas {na ficção|nas páginas do livro}",
    },
  ],
  tags: ["health", "technology", "education", "childhood"],
  counter: [
    {
      claim: "{as novas gerações|as gerações atuais} são mais {frágeis|sensíveis} que as {de antigamente|anteriores}",
      reply:
        "{gerações anteriores|nossos avós} {também sofriam|igualmente adoeciam}, com a diferença de que {ninguém|quase ninguém} dava nome à dor",
    },
    {
      claim: "{esse assunto|o tema} deve ser {resolvido|tratado} apenas {em casa|pela família}",
      reply:
        "{muitas famílias|inúmeras famílias} {não têm|carecem de} {informação|preparo} e, {por vezes|em certos casos}, fazem parte do problema",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Saúde",
      action:
        "{ampliar|expandir} o número de {Centros de Atenção Psicossocial|psicólogos na rede pública} dedicados ao público jovem",
      means: "{concursos públicos|repasses aos municípios} e {convênios|parcerias} com {universidades|clínicas-escola}",
      purpose:
        "{garantir|oferecer} {atendimento rápido e gratuito|acompanhamento gratuito} a {quem precisa|todos os adolescentes}",
      detail:
        "{o atendimento|o acompanhamento} {pode|deve} {incluir|prever} {grupos de conversa|encontros com as famílias}, em horários que não {coincidam|conflitem} com as aulas",
    },
    {
      agent: "as escolas",
      action:
        "{criar|manter} {espaços de escuta|rodas de conversa} {permanentes|semanais} {sobre emoções|para os alunos}",
      means:
        "{contratação de psicólogos|presença de psicólogos} e {formação|capacitação} {dos professores|de toda a equipe}",
      purpose:
        "{identificar|reconhecer} {cedo|logo} os sinais de {sofrimento|adoecimento} e {combater|vencer} o preconceito",
      detail:
        "{esses encontros|as atividades} {devem|precisam} {ocorrer|acontecer} em {pequenos grupos|turmas reduzidas}, com garantia de {sigilo|respeito e sigilo}",
    },
    {
      agent: "os meios de comunicação",
      action:
        "{divulgar|veicular} {campanhas|reportagens} sobre {saúde mental|depressão e ansiedade} e {os canais|as formas} de ajuda",
      means:
        "{depoimentos|entrevistas} com {especialistas|psicólogos} e {jovens|pessoas} que {buscaram tratamento|superaram crises}",
      purpose: "{desfazer|romper} o {preconceito|tabu} em torno {do tema|desse assunto}",
      detail:
        "{o serviço|o número} do Centro de Valorização da Vida, {que atende|que funciona} {gratuitamente|sem custo} {pelo telefone 188|no 188}, {deve|precisa} {aparecer|constar} em {todas as peças|cada vídeo}",
    },
  ],
  vague: [
    "{hoje em dia|nos dias de hoje} há muito jovem {triste|com depressão} e {ninguém percebe|isso é preocupante}",
    "{os pais|muitos pais} {não conversam|quase não falam} com {os filhos|os adolescentes} sobre {isso|os problemas}",
    "a saúde mental é {muito importante|tão importante quanto a física} para {todas as pessoas|todos nós}",
    "{o celular|a internet} {deixa|acaba deixando} os jovens {ansiosos|nervosos} e {sem dormir|com a cabeça cheia}",
    "{quem está|a pessoa que está} {mal|com depressão} precisa {de ajuda|se cuidar}",
    "todo mundo tem problemas {na vida|em casa}, mas {nem todos|alguns não} {sabem|conseguem} {lidar|viver} com eles",
  ],
  source: [
    "o texto I diz que saúde mental é um estado de bem-estar em que a pessoa consegue lidar com as tensões normais da vida",
    "segundo o texto motivador, muitos transtornos mentais começam ainda na adolescência",
    "como mostra a imagem do texto III, por trás de uma foto sorridente pode existir uma pessoa pedindo ajuda",
  ],
};
