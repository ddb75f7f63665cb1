/** @file Theme: work through apps. */
import type { Theme } from "../types";

/** Work through apps. */
export const gigWork: Theme = {
  id: "gig-work",
  title: "as condições de trabalho na era dos aplicativos",
  problem: [
    "a precarização do trabalho por aplicativos",
    "a exploração dos entregadores e motoristas",
    "a falta de proteção no trabalho digital",
  ],
  right: ["a dignidade do trabalhador", "os direitos trabalhistas", "o valor social do trabalho"],
  victims: ["os entregadores", "os motoristas de aplicativo", "os trabalhadores sem vínculo"],
  broad: ["o trabalho", "a tecnologia", "a economia"],
  scene: [
    "{mochilas coloridas|motos e bicicletas} {cruzam|tomam} as cidades {dia e noite|sob sol e chuva}, {levadas|conduzidas} por jovens que {não sabem|ignoram} quanto {ganharão|receberão} ao fim da semana",
    "{chamados|tratados} de parceiros, {milhares de|muitos} brasileiros {trabalham|dirigem} {doze horas|o dia inteiro} sem férias, {descanso|salário fixo} nem {seguro|amparo} em caso de acidente",
    "o chefe deu lugar a um algoritmo que {distribui|escolhe} corridas, {fixa|muda} preços e {bloqueia|pune} o trabalhador sem {explicação|aviso}",
  ],
  causes: [
    {
      np: ["o desemprego e a informalidade", "a falta de empregos formais"],
      why: [
        "{sem vagas|na falta de vagas} com carteira assinada, o aplicativo {surge|aparece} como a única {porta aberta|saída} para {quem tem contas a pagar|pais e mães de família}",
        "{a crise|cada crise} {econômica|do país} {empurra|leva} {profissionais qualificados|até diplomados} {para as ruas|ao volante}, e o excesso de {trabalhadores|gente à espera} {derruba|reduz} o valor {da corrida|de cada entrega}",
      ],
      example: [
        "um {engenheiro|professor} {demitido|sem emprego} que {dirige|roda} doze horas por dia não escolheu: {aceitou|agarrou} o que lhe {restava|sobrou}",
        "{um jovem|um rapaz} da periferia {aluga|pega emprestada} uma bicicleta, {pedala|percorre} {dezenas de|muitos} quilômetros e {volta para casa|termina o dia} com {o suficiente apenas|pouco mais que o necessário} para {recomeçar|comer} no dia seguinte",
      ],
      effect: [
        "{o trabalhador|quem precisa} {aceita|acaba aceitando} {qualquer condição|o que lhe impõem}, e {a precariedade|a exploração} passa a parecer {normal|liberdade}",
        "a aposentadoria fica {distante|incerta}, {pois|já que} poucos {conseguem|podem} contribuir para a Previdência",
      ],
    },
    {
      np: ["o atraso da legislação trabalhista", "a ausência de regras para o trabalho digital"],
      why: [
        "{a Consolidação das Leis do Trabalho|a CLT}, de 1943, {nasceu|foi escrita} para {fábricas e escritórios|o mundo das fábricas} e {não previu|não imaginou} {patrões|chefes} {invisíveis|em forma de código}",
        "{as empresas|as plataformas} {apresentam-se|definem-se} como {simples|meras} intermediárias de tecnologia, {condição|argumento} que lhes {permite|garante} {lucrar|controlar} sem {assumir|ter} deveres",
      ],
      example: [
        "um entregador que {quebra a perna|sofre um acidente} durante a corrida perde {a renda|o sustento} e, {por vezes|em certos casos}, {ainda é|também é} {bloqueado|punido} pela entrega não concluída",
        "um motorista {banido|excluído} por {uma avaliação injusta|uma nota baixa} {não encontra|não tem} {a quem recorrer|com quem falar}, {pois|já que} do outro lado só há {uma mensagem automática|um robô}",
      ],
      effect: [
        "direitos {conquistados|obtidos} em {décadas|um século} de luta {desaparecem|somem} atrás {de um contrato|da tela} que {ninguém|quase ninguém} {lê|negocia}",
        "{o risco|o prejuízo} {do negócio|da atividade} {passa|é transferido} inteiramente para {quem pedala|o lado mais fraco}",
      ],
    },
    {
      np: ["a ilusão do empreendedorismo", "o discurso que transforma todos em patrões de si mesmos"],
      why: [
        "{a propaganda|o discurso} da liberdade {esconde|disfarça} que {o preço|o valor}, {o ritmo|a rota} e {a punição|o bloqueio} são {decididos|definidos} {por outros|longe dali}",
        "{responsabilizar|culpar} cada um pelo próprio fracasso {enfraquece|desfaz} a {solidariedade|união} entre os trabalhadores, que {passam a|começam a} competir entre si",
      ],
      example: [
        "{bônus|prêmios} por {corridas na chuva|horas seguidas} transformam {o perigo|o cansaço} em {jogo|meta}, e {o entregador|o jovem} {acelera|arrisca-se} para não perder a {recompensa|chance}",
        "{quem|o motorista que} {recusa|rejeita} corridas {mal pagas|distantes} {descobre|percebe} que o aplicativo {passa a|começa a} chamá-lo {menos|cada vez menos}",
      ],
      effect: [
        "o esgotamento é visto como {mérito|esforço}, e {descansar|adoecer} {vira|parece} {fraqueza|prejuízo}",
        "{reivindicar|exigir direitos} {torna-se|fica} {difícil|quase impossível}, {pois|já que} não há {colega ao lado|um local de encontro} nem {gerente|chefe} a quem {cobrar|reclamar}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "no filme “Você não estava aqui”, de 2019, Ken Loach {mostra|retrata} um entregador {britânico|inglês} que, em busca de autonomia, {endivida-se|perde a saúde} e {se afasta|vê-se longe} da família",
      link: [
        "a história {poderia|bem poderia} ter sido filmada em {São Paulo|Recife|Belo Horizonte}, onde {a promessa|o sonho} de {ser o próprio chefe|autonomia} {acaba|termina} em {dívida|exaustão}",
        "{como o protagonista|à semelhança do protagonista}, {o trabalhador|o entregador} brasileiro {compra|financia} a moto, {paga|arca com} o combustível e {assume|corre} todos os riscos",
      ],
      back: "os entregadores {estarão|poderão estar} em casa, ao contrário do personagem de Ken Loach",
    },
    {
      kind: "ideal",
      cite: "o artigo 7º da Constituição Federal {garante|assegura} aos trabalhadores {direitos como|garantias como} férias, repouso semanal e {jornada limitada|proteção contra acidentes}",
      link: [
        "{nada disso|nenhuma dessas garantias} {alcança|chega a} quem {depende|vive} de {um toque na tela|corridas avulsas}",
        "{o aplicativo|a tecnologia} {é do século XXI|é nova}, mas {a rotina|a jornada} {lembra|recorda} a do {início da Revolução Industrial|século XIX}",
      ],
      back: "o artigo 7º {alcançará|protegerá} também quem {trabalha|pedala} {por meio de uma tela|nas ruas}",
    },
    {
      kind: "idea",
      cite: "o sociólogo Ricardo Antunes, em “O privilégio da servidão”, {analisa|descreve} o surgimento de um {novo proletariado|proletariado} de serviços na era digital",
      link: [
        "{o título|a ironia do título} {resume|traduz} {o drama|a contradição}: {muitos|trabalhadores} agradecem {a chance de servir|um trabalho sem direitos}",
        "{o celular|a tecnologia}, que {deveria|poderia} libertar, {organiza|administra} {uma servidão|uma exploração} {mais silenciosa|sem rosto}",
      ],
      back: "o trabalho {deixará de ser|não será mais} o privilégio da servidão {descrito|criticado} por Ricardo Antunes",
    },
  ],
  tags: ["work", "rights", "technology", "inequality"],
  counter: [
    {
      claim:
        "{o trabalhador|o entregador} {é livre|tem liberdade} para {escolher seus horários|trabalhar quando quiser}",
      reply:
        "{a liberdade|essa escolha} {dura pouco|desaparece} quando as contas exigem {doze horas de corrida|jornadas sem fim}",
    },
    {
      claim: "{regras|leis} para o setor {acabariam com|destruiriam} {os empregos|as oportunidades}",
      reply:
        "o mesmo argumento foi usado contra {as férias e o décimo terceiro|o salário mínimo}, e {a economia|o país} {sobreviveu|continuou a crescer}",
    },
  ],
  measures: [
    {
      agent: "o Congresso Nacional",
      action:
        "{aprovar|votar} {uma lei|um marco legal} que {garanta|assegure} {remuneração mínima e seguro|descanso e proteção social} a esses profissionais",
      means: "{audiências públicas|um diálogo} com {plataformas, sindicatos e trabalhadores|todas as partes}",
      purpose: "{unir|conciliar} {tecnologia e direitos|inovação e justiça}",
      detail:
        "{a norma|o texto} {deve|precisa} {prever|incluir} a contribuição das empresas à Previdência e {transparência|regras claras} para os bloqueios",
    },
    {
      agent: "as prefeituras",
      action: "{criar|instalar} pontos de apoio {para entregadores|nas regiões de maior movimento}",
      means: "{parcerias|convênios} com {restaurantes e plataformas|o comércio local}",
      purpose:
        "{oferecer|garantir} {água, banheiro e descanso|condições dignas} a quem {trabalha nas ruas|passa o dia pedalando}",
      detail:
        "{esses locais|tais pontos} {podem|devem} {contar com|dispor de} {tomadas, oficinas e primeiros socorros|atendimento de saúde e conserto de bicicletas}",
    },
    {
      agent: "o Ministério do Trabalho",
      action:
        "{fiscalizar|acompanhar} {as plataformas|os aplicativos} e {oferecer|abrir} cursos {profissionalizantes|de qualificação}",
      means:
        "{auditorias dos algoritmos|inspeções regulares} e {parcerias|acordos} com {institutos federais|o Sistema S}",
      purpose: "{coibir|evitar} abusos e {ampliar|multiplicar} as {opções|chances} de emprego formal",
      detail:
        "os cursos {devem|podem} funcionar {à noite e a distância|em horários flexíveis}, com {bolsas|auxílio} para {quem precisar|os que têm filhos}",
    },
  ],
  vague: [
    "{o trabalho|trabalhar} é {importante|digno} e {todo mundo|cada um} {precisa|tem que} {ganhar o pão|sustentar a família}",
    "{os motoboys|os entregadores} {correm muito|se arriscam} e {ganham pouco|ninguém dá valor}",
    "{o aplicativo|a empresa} {fica com|tira} {quase tudo|uma parte grande} do que {o trabalhador|a pessoa} {ganha|faz}",
    "{hoje|hoje em dia} {está difícil|não está fácil} {arrumar|conseguir} emprego {no Brasil|de carteira assinada}",
    "{quando chove|no fim de semana} {todo mundo|o cliente} {pede comida|reclama da demora} e {não pensa|esquece} {no entregador|em quem está na rua}",
  ],
  source: [
    "o texto I explica que o trabalho por aplicativo é aquele em que a plataforma liga o cliente ao prestador do serviço",
    "segundo o texto motivador, muitos entregadores trabalham mais de dez horas por dia",
    "na imagem do texto II, um entregador almoça sentado na calçada, ao lado da bicicleta",
  ],
};
