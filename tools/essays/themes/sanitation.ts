/** @file Theme: basic sanitation. */
import type { Theme } from "../types";

/** Basic sanitation. */
export const sanitation: Theme = {
  id: "sanitation",
  title: "a falta de saneamento básico e seus efeitos na vida dos brasileiros",
  problem: ["a falta de saneamento básico", "o esgoto a céu aberto", "a precariedade do saneamento"],
  right: ["a saúde pública", "a dignidade humana", "o direito à moradia adequada"],
  victims: ["as crianças das periferias", "os moradores de áreas sem esgoto", "as famílias ribeirinhas"],
  broad: ["a saúde", "a pobreza", "as cidades"],
  scene: [
    "crianças {descalças|pequenas} {brincam|jogam bola} ao lado de valas em que {corre|escorre} o esgoto de {bairros inteiros|centenas de casas}",
    "{no mesmo país|na mesma nação} que {fabrica aviões|extrai petróleo do fundo do mar}, {há|existem} {casas|famílias} sem banheiro e {escolas|postos de saúde} sem água tratada",
    "{a cada enchente|depois de cada temporal}, {ratos, lama e leptospirose|a lama e as doenças} chegam {primeiro|sempre} às casas mais pobres",
  ],
  causes: [
    {
      np: ["a negligência histórica do poder público", "a falta de prioridade política para o saneamento"],
      why: [
        "{obras enterradas|canos sob a terra} não aparecem em {campanhas|inaugurações}, e {governantes|prefeitos} {preferem|costumam preferir} {pontes e praças|o que o eleitor vê}",
        "{projetos|planos} {mudam|são interrompidos} a cada {eleição|governo}, verbas {são devolvidas|se perdem} por falta de {técnicos|planejamento}, e o cano {nunca chega|não sai do papel}",
      ],
      example: [
        "{há bairros|existem comunidades} que {receberam|ganharam} asfalto {às vésperas da eleição|em ano eleitoral} e {continuam|permanecem} sem {rede de esgoto|um metro de tubulação}",
        "uma estação de tratamento {iniciada|começada} {há muitos anos|em outro governo} {enferruja|é tomada pelo mato} {ao lado|à beira} do rio que deveria {salvar|despoluir}",
      ],
      effect: [
        "{a população|o morador} {se acostuma|acaba acostumando-se} {ao mau cheiro|à vala}, e {o inaceitável|a indignidade} {vira|torna-se} {paisagem|rotina}",
        "{gasta-se|o país gasta} {em hospitais|com remédios} aquilo que {se economizou|foi negado} em canos",
      ],
    },
    {
      np: ["a ocupação irregular do solo", "o crescimento urbano sem planejamento"],
      why: [
        "{sem política de moradia|na falta de moradia acessível}, {famílias|os mais pobres} {ocupam|constroem em} {encostas, mangues e margens de rios|áreas de risco}, onde as redes não {chegam|chegaram}",
        "{muitas prefeituras|algumas prefeituras} {recusam|negam} o serviço a bairros {sem escritura|não regularizados}, como se a falta de um papel {anulasse|apagasse} o direito",
      ],
      example: [
        "{em palafitas|em casas de palafita} {do Norte|de cidades amazônicas}, a água do banho, {do peixe|da comida} e do esgoto é a mesma",
        "uma família que {ergueu|construiu} a casa {com as próprias mãos|tijolo por tijolo} {joga|despeja} o esgoto {no córrego|em uma fossa rasa} {porque|já que} não há {outra saída|a quem pedir a ligação}",
      ],
      effect: [
        "{os rios|os mananciais} {morrem|adoecem} junto com {a cidade|as comunidades}, e {tratar|purificar} a água {fica|torna-se} cada vez mais {caro|difícil}",
        "{nascer|morar} do lado errado {da avenida|do rio} {define|determina} {a saúde|o futuro} de {uma criança|famílias inteiras}",
      ],
    },
    {
      np: ["o desconhecimento sobre a relação entre esgoto e doença", "a falta de educação sanitária"],
      why: [
        "muitas pessoas não ligam a diarreia do filho {à água do poço|à vala da rua} e, por isso, {não cobram|deixam de cobrar} a obra das autoridades",
        "{o assunto|o saneamento} {raramente|quase nunca} {aparece|é discutido} nas escolas e nos {jornais|debates}, {salvo|a não ser} em {épocas de epidemia|dias de enchente}",
      ],
      example: [
        "{uma avó|uma mãe} que {ferve ervas|prepara chás} para {a dor de barriga|o verme} dos pequenos {desconhece|não imagina} que {a causa|o mal} está {na torneira|na caixa-d’água}",
        "{o jovem|um jovem} que {joga|atira} lixo {no bueiro|no córrego} estranha, {meses depois|no verão}, {a enchente|a água suja} dentro de casa",
      ],
      effect: [
        "doenças do século {XIX|passado} continuam a {afastar|tirar} crianças da escola e a {lotar|encher} os postos de saúde",
        "{sem pressão popular|sem cobrança}, {o tema|o problema} {some|desaparece} {dos planos de governo|do debate}, e a vala {permanece|continua} aberta",
      ],
    },
  ],
  repertoire: [
    {
      kind: "ideal",
      cite: "o novo marco legal do saneamento, de 2020, {estabeleceu|fixou} a meta de levar água tratada e coleta de esgoto a quase toda a população até 2033",
      link: [
        "{o calendário|o prazo} {avança|corre} mais depressa que {as obras|as escavadeiras}, {sobretudo|principalmente} {no Norte e no Nordeste|nas cidades pobres}",
        "metas {no papel|em uma lei} não {desviam|tiram} o esgoto {da porta|do quintal} de {ninguém|quem mora na periferia}",
      ],
      back: "a meta {do marco legal|fixada para 2033} {será alcançada|deixará de ser apenas um número}",
    },
    {
      kind: "mirror",
      cite: "em “Urupês”, de 1918, Monteiro Lobato {criou|apresentou} o Jeca Tatu, {caipira|homem do campo} cuja {suposta preguiça|fama de preguiçoso} o autor depois reconheceria como efeito de verminoses",
      link: [
        "{mais de um século depois|ainda hoje}, muitos brasileiros são chamados de {preguiçosos|acomodados} quando {estão|vivem} {doentes|cercados de esgoto}",
        "{o Jeca|o personagem} não era assim, mas estava assim, {frase|ideia} que vale para {cada criança|todo aluno} {sem saneamento|que adoece pela água}",
      ],
      back: "o Jeca Tatu {ficará|permanecerá} apenas {na literatura|nas páginas de Monteiro Lobato}",
    },
    {
      kind: "mirror",
      cite: "em “O cortiço”, de 1890, Aluísio Azevedo {descreve|retrata} moradias {apertadas e insalubres|coletivas} no Rio de Janeiro, {onde|nas quais} {gente e lama|a umidade e as pessoas} {dividem|disputam} o mesmo {espaço|chão}",
      link: [
        "{o romance naturalista|o livro} {envelheceu|tem mais de um século}, mas o cortiço {mudou apenas de nome|resiste nas periferias}",
        "entre o século XIX e o XXI, {a cidade cresceu|os prédios subiram}, e o esgoto {permaneceu|continuou} no mesmo {lugar|córrego}",
      ],
      back: "os cortiços {de Aluísio Azevedo|do romance naturalista} pertencerão {apenas ao passado|só à ficção}",
    },
  ],
  tags: ["health", "rights", "inequality", "city"],
  counter: [
    {
      claim: "{as obras|essas obras} são {caras demais|demoradas} para {os municípios|um país em crise}",
      reply:
        "o dinheiro {investido|aplicado} em saneamento {retorna|volta} na forma de {menos internações|saúde} e {mais dias de aula|trabalho}",
    },
    {
      claim: "{os moradores|as famílias} escolhem viver em áreas {irregulares|sem estrutura}",
      reply: "{ninguém|família alguma} {escolhe|prefere} a vala: mora-se onde {o salário|a renda} permite",
    },
  ],
  measures: [
    {
      agent: "o Ministério das Cidades",
      action:
        "{acelerar|financiar} as obras de {água e esgoto|saneamento} {nos municípios mais pobres|nas regiões sem cobertura}",
      means: "um fundo {permanente|nacional} e assistência técnica {às prefeituras|aos pequenos municípios}",
      purpose: "{cumprir|alcançar} as metas {legais|de 2033} e {prevenir|evitar} doenças",
      detail:
        "o andamento das obras {deve|precisa} ser {publicado|divulgado} {todos os meses|em um portal}, com {fotografias e prazos|os gastos detalhados}, para {facilitar|permitir} a fiscalização {popular|dos moradores}",
    },
    {
      agent: "as prefeituras",
      action: "{regularizar|urbanizar} os bairros informais e {ligá-los|conectá-los} à rede",
      means: "{parcerias|convênios} com {universidades e companhias estaduais|cooperativas de moradores}",
      purpose: "{levar|garantir} {dignidade|saúde} a quem {foi esquecido|vive à margem}",
      detail:
        "{enquanto a rede não chega|nas áreas distantes}, {podem|devem} ser {instaladas|usadas} fossas {biodigestoras|ecológicas}, {solução|tecnologia} {barata|simples} desenvolvida pela Embrapa",
    },
    {
      agent: "as escolas e os agentes de saúde",
      action: "{ensinar|explicar} a {relação|ligação} entre {água suja|esgoto} e doença",
      means: "{oficinas|visitas domiciliares} e {experimentos|rodas de conversa} com {os alunos|a comunidade}",
      purpose: "{prevenir|evitar} {verminoses|infecções} e {fortalecer|estimular} a cobrança {popular|por direitos}",
      detail:
        "{as turmas|os estudantes} {podem|devem} {analisar|testar} a água {do bairro|de casa} e {apresentar|levar} os resultados à Câmara Municipal",
    },
  ],
  vague: [
    "{o esgoto|a água suja} {causa|traz} {muitas doenças|doença} e {cheira mal|ninguém merece}",
    "{muita gente|muita gente ainda} {vive|mora} sem {água limpa|banheiro} {no Brasil|hoje em dia}",
    "{os políticos|os prefeitos} prometem {a obra|o cano} e {depois somem|nunca fazem}",
    "{as crianças|os pequenos} {ficam doentes|pegam verme} e {faltam na escola|vão para o hospital}",
    "{saneamento|o saneamento} é {um direito|o básico} e todo mundo devia ter",
  ],
  source: [
    "segundo o texto I, saneamento básico reúne água tratada, esgoto, limpeza urbana e drenagem das chuvas",
    "o texto motivador diz que a falta de esgoto tratado afeta a saúde, a escola e o trabalho",
    "a charge do texto II mostra um menino que pula uma vala para chegar à escola",
  ],
};
