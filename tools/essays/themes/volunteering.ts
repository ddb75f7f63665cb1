/** @file Theme: volunteer work. */
import type { Theme } from "../types";

/** Volunteer work. */
export const volunteering: Theme = {
  id: "volunteering",
  title: "a importância do trabalho voluntário na sociedade brasileira",
  problem: [
    "a baixa adesão ao voluntariado",
    "a falta de engajamento solidário",
    "o individualismo que esvazia o trabalho voluntário",
  ],
  right: ["a solidariedade", "a coesão social", "o bem comum"],
  victims: ["as instituições de caridade", "as comunidades carentes", "os projetos sociais"],
  broad: ["a solidariedade", "a vida em sociedade", "a bondade"],
  scene: [
    "{abrigos, hospitais e cozinhas comunitárias|cursinhos populares e abrigos} {dependem de|funcionam graças a} {poucas mãos|pequenas equipes}, enquanto {muitos|milhares de} brasileiros {dizem querer|afirmam que gostariam de} ajudar e não começam",
    "{grandes tragédias|enchentes e deslizamentos} {despertam|provocam} ondas de doação que {duram|permanecem} {poucas semanas|enquanto há câmeras} e depois {desaparecem|se desfazem}",
    "{vizinhos|moradores do mesmo prédio} {dividem|partilham} o elevador {por anos|durante muito tempo} sem {saber|perguntar} o nome um do outro, {retrato|sinal} de uma solidariedade {adormecida|em falta}",
  ],
  causes: [
    {
      np: ["o individualismo contemporâneo", "a cultura da competição"],
      why: [
        "{a sociedade de consumo|a lógica do mercado} {ensina|acostuma} as pessoas a {calcular|medir} cada gesto pelo {retorno|lucro} e faz o cuidado gratuito parecer {ingenuidade|perda de tempo}",
        "{a pressa|a rotina acelerada} e {as redes sociais|as telas} {encolheram|reduziram} a vida comunitária, de modo que a dor alheia {parece|soa} {distante|abstrata}",
      ],
      example: [
        "{há quem|não falta quem} {curta|compartilhe} {campanhas|pedidos de ajuda} na internet e {nunca tenha|jamais tenha} {pisado|entrado} na creche comunitária {da própria rua|do bairro}",
        "{um condomínio|um prédio} {inteiro|de muitos andares} {ignora|desconhece} que {a idosa|a senhora} do último andar {vive|mora} {sozinha|sem parentes} até {a ambulância chegar|o dia em que ela adoece}",
      ],
      effect: [
        "{laços|os laços} {comunitários|de vizinhança} {se desfazem|enfraquecem}, e {o Estado|o poder público} {fica|permanece} sozinho diante de {carências|necessidades} que {não consegue|não pode} {suprir|atender}",
        "{a solidão|o isolamento} {cresce|aumenta} {dos dois lados|também entre os mais ricos}, {pois|já que} quem não ajuda também deixa de {pertencer|criar vínculos}",
      ],
    },
    {
      np: ["a falta de incentivo das escolas e das empresas", "a ausência de uma educação para a solidariedade"],
      why: [
        "{a escola|o ensino} {cobra|avalia} {fórmulas e datas|provas e notas} e {raramente|pouco} {propõe|oferece} {projetos|experiências} em que o aluno {sirva|seja útil} à comunidade",
        "{as empresas|os empregadores} {exigem|esperam} {dedicação total|disponibilidade total} e raras vezes {liberam|dispensam} o funcionário para {ações sociais|um dia de trabalho comunitário}",
      ],
      example: [
        "um estudante que {passa|fica} {um sábado|uma manhã} lendo para {crianças internadas|idosos} {aprende|descobre} mais sobre {cidadania|empatia} do que em {muitas aulas|meses de teoria}",
        "{profissionais|dentistas e advogados} que {gostariam de|pensam em} {doar|oferecer} algumas horas {não encontram|não recebem} {orientação|convite} nem {apoio|horário} no emprego",
      ],
      effect: [
        "{a vontade de ajudar|o desejo de servir} {morre|se perde} {antes de virar hábito|por falta de oportunidade}",
        "gerações inteiras {se formam|recebem o diploma} {competentes|prontas} para {o mercado|competir} e despreparadas para {a convivência|cooperar}",
      ],
    },
    {
      np: ["a desconfiança em relação às instituições", "a pouca transparência de algumas organizações"],
      why: [
        "{escândalos|casos isolados} de desvio {mancham|prejudicam} a imagem de {todo o setor|entidades sérias}, e {o cidadão|o possível voluntário} prefere {não se envolver|manter distância}",
        "{muitas entidades|organizações pequenas} não {divulgam|publicam} {suas contas|seus resultados} nem {explicam|informam} de que {ajuda|tipo de trabalho} {precisam|necessitam}",
      ],
      example: [
        "{uma pessoa|um casal} que {procura|busca} onde {doar|entregar} roupas e tempo encontra {páginas desatualizadas|telefones que ninguém atende}",
        "{depois de|após} {uma denúncia|uma reportagem} na televisão, projetos honestos {perdem|deixam de receber} doadores {da noite para o dia|sem qualquer culpa}",
      ],
      effect: [
        "{quem mais precisa|a família necessitada} paga pela {desonestidade|má-fé} de {poucos|alguns}",
        "projetos {transformadores|capazes de mudar vidas} {fecham|encerram} as portas por falta de {braços|gente}, e não de {ideias|boa vontade}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "idea",
      cite: "o sociólogo Herbert de Souza, o Betinho, que liderou a Ação da Cidadania contra a fome nos anos 1990, {mobilizou|convocou} o país com a {ideia|certeza} de que {quem tem fome tem pressa|a fome não pode esperar}",
      link: [
        "{aquela mobilização|a campanha de Betinho} {provou|mostrou} que o brasileiro {responde|sabe agir} quando {é chamado|há confiança}",
        "{a pressa|a urgência} {continua|é a mesma}, mas falta quem {transforme|converta} indignação em {gesto|trabalho}",
      ],
      back: "a pressa de que falava Betinho {encontrará|terá} mãos {dispostas a ajudar|suficientes}",
    },
    {
      kind: "mirror",
      cite: "no filme “A corrente do bem”, de 2000, um {menino|estudante} {propõe|cria} uma rede em que cada pessoa {ajudada|beneficiada} {ajuda|deve ajudar} outras três",
      link: [
        "{a ideia|o plano} do garoto {é simples|parece ingênuo}, mas {mostra|lembra} que a solidariedade {se aprende|cresce} {pelo exemplo|quando é partilhada}",
        "{no Brasil|entre nós}, {a corrente|essa rede} {costuma|tende a} {parar|romper-se} no primeiro elo, {perdida|esquecida} {na rotina e nas telas|entre compromissos}",
      ],
      back: "a corrente do bem sairá {do cinema|da ficção} e chegará às ruas",
    },
    {
      kind: "ideal",
      cite: "o artigo 3º da Constituição Federal {aponta|define}, entre os objetivos da República, {construir|a construção de} uma sociedade livre, justa e solidária",
      link: [
        "a palavra “solidária” {exige|pede} mais do que {leis|boas intenções}: {requer|depende de} gente disposta a servir",
        "nenhum governo {constrói|alcança} esse objetivo {sozinho|por decreto}, sem {a participação|o envolvimento} dos cidadãos",
      ],
      back: "a sociedade livre, justa e solidária {da Constituição|prevista na Constituição} {começará|poderá começar} {em cada bairro|na casa ao lado}",
    },
  ],
  tags: ["others", "education", "consumption"],
  counter: [
    {
      claim: "o voluntariado {apenas|só} {encobre|disfarça} {a ausência|as falhas} do Estado",
      reply:
        "{servir|ajudar} não impede ninguém de cobrar, e {quem conhece|o voluntário que conhece} {a realidade|os problemas} de perto {cobra|exige} melhor",
    },
    {
      claim: "{falta|não há} tempo para {ajudar|cuidar dos outros} na vida {moderna|corrida de hoje}",
      reply:
        "{uma hora|duas horas} por {semana|mês}, {menos do que|bem menos do que} se gasta {nas redes sociais|diante da televisão}, já {transforma|muda} {uma vida|o dia de alguém}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Educação",
      action: "{incluir|incentivar} projetos de voluntariado {no ensino médio|nas escolas}",
      means:
        "{parcerias|convênios} com {abrigos, hospitais e associações|entidades do bairro} e {horas complementares|certificados} para os alunos",
      purpose: "{despertar|cultivar} a empatia {desde cedo|nos jovens}",
      detail:
        "{as atividades|as visitas} {devem|precisam} ser {acompanhadas|orientadas} por professores e {seguidas de|encerradas com} {rodas de conversa|um debate} sobre {o que foi vivido|a experiência}",
    },
    {
      agent: "as empresas",
      action: "{liberar|dispensar} {funcionários|seus funcionários} {um dia por mês|algumas horas} para ações sociais",
      means: "{programas internos|acordos coletivos} e {incentivos fiscais|apoio} do Governo Federal",
      purpose: "aproximar o mundo do trabalho {da comunidade|dos problemas do país}",
      detail:
        "{cada profissional|o empregado} {pode|deve} {atuar|oferecer ajuda} na área em que {é especialista|trabalha}, {o que|medida que} {aumenta|multiplica} o alcance {da ajuda|do serviço}",
    },
    {
      agent: "as organizações sociais",
      action:
        "{divulgar|publicar} {suas contas e resultados|as necessidades e os resultados} {com regularidade|todos os meses}",
      means: "um portal nacional {mantido|criado} {pelo governo|em parceria com universidades}",
      purpose: "{recuperar|conquistar} a confiança {dos voluntários|da população}",
      detail:
        "{o portal|esse sistema} {deve|pode} {mostrar|indicar} {as vagas mais próximas|onde falta ajuda}, com {horário, tarefa e endereço|avaliações de quem já participou}",
    },
  ],
  vague: [
    "{ajudar|fazer o bem} é {muito bom|bonito} e {quem ajuda|a pessoa} {fica feliz|se sente melhor}",
    "{as pessoas|hoje as pessoas} são {muito egoístas|frias} e {só pensam|pensam} em si",
    "{se cada um|se todo mundo} {fizesse|desse} {um pouco|uma parte} o {mundo|país} seria melhor",
    "{tem gente|existe gente} que {precisa|passa necessidade} e {ninguém|quase ninguém} {vê|estende a mão}",
    "{Deus|a vida} {devolve|dá} em dobro {para quem ajuda|a quem faz o bem}",
  ],
  source: [
    "segundo o texto I, serviço voluntário é a atividade não remunerada prestada a uma entidade pública ou sem fins lucrativos",
    "o texto motivador diz que o voluntário também ganha quando ajuda",
    "o depoimento do texto II é de uma senhora que lê histórias para crianças no hospital",
  ],
};
