/** @file Theme: privacy and personal data. */
import type { Theme } from "../types";

/** Privacy and personal data. */
export const dataPrivacy: Theme = {
  id: "data-privacy",
  title: "a proteção dos dados pessoais na era digital",
  problem: [
    "a exposição dos dados pessoais",
    "a perda da privacidade na internet",
    "o uso abusivo de informações pessoais",
  ],
  right: ["o direito à privacidade", "a liberdade individual", "a segurança dos usuários"],
  victims: ["os usuários da internet", "os consumidores", "os cidadãos conectados"],
  broad: ["a internet", "a tecnologia", "o uso das redes sociais"],
  scene: [
    "{basta|é suficiente} {pesquisar|procurar} um produto para que {anúncios semelhantes|propagandas dele} {persigam|acompanhem} o usuário {por semanas|em todas as telas}",
    "{aplicativos gratuitos|jogos e aplicativos} {pedem|exigem} acesso à câmera, aos contatos e à localização, e quase ninguém {pergunta|sabe} {por quê|para quê}",
    "{fotos, senhas e documentos|nomes, endereços e documentos} {circulam|são negociados} na rede {sem que os donos saibam|à revelia de seus donos}, {alimentando|o que alimenta} golpes cada vez mais {convincentes|elaborados}",
  ],
  causes: [
    {
      np: ["o modelo de negócio das grandes plataformas", "o interesse comercial das empresas de tecnologia"],
      why: [
        "{os serviços|os aplicativos} {ditos|chamados} gratuitos {são pagos|sustentam-se} com informações {íntimas|valiosas}, {reunidas|coletadas} a cada clique e {vendidas|oferecidas} a anunciantes",
        "{quanto mais|à proporção que} a plataforma {conhece|observa} o usuário, mais {lucra|ganha}, o que {estimula|incentiva} a {coleta ilimitada|vigilância permanente} de seus hábitos",
      ],
      example: [
        "no caso da Cambridge Analytica, {revelado|que veio a público} em 2018, dados de milhões de perfis foram {usados|aproveitados} para {influenciar eleitores|fins políticos} sem consentimento",
        "uma gestante que {pesquisa|busca} {sintomas|nomes de bebê} na rede {passa a receber|recebe logo} anúncios de fraldas antes mesmo de {contar a novidade|dar a notícia} à família",
      ],
      effect: [
        "o usuário {deixa de ser|já não é} cliente e {passa a ser|torna-se} {produto|mercadoria}, {observado|vigiado} dentro da própria casa",
        "as escolhas {de consumo|do dia a dia} {e até o voto|e mesmo as opiniões} {passam a ser|são} {moldadas|influenciadas} por quem {conhece|explora} as fraquezas de cada um",
      ],
    },
    {
      np: ["a falta de educação digital da população", "o desconhecimento dos usuários sobre os próprios direitos"],
      why: [
        "{os termos de uso|os contratos digitais} são {longos|extensos} e {confusos|obscuros}, e a maioria {aceita|concorda} sem {ler|entender} o que {está autorizando|entrega em troca}",
        "{a escola|o ensino básico} {pouco|quase não} {trata de|discute} segurança digital, de modo que crianças e adultos {publicam|compartilham} {endereços, rotinas e documentos|a própria intimidade} sem {medir|avaliar} as consequências",
      ],
      example: [
        "{pais|muitos pais} {publicam|postam} a foto do filho {com o uniforme|na porta} da escola e {revelam|entregam}, sem {querer|perceber}, {onde|o lugar em que} a criança estuda",
        "{ao baixar|quando baixa} um jogo que {envelhece o rosto|cria avatares}, o usuário {cede|entrega} sua imagem a empresas {que desconhece|de outros países} {por pura diversão|apenas por curiosidade}",
      ],
      effect: [
        "{golpistas|criminosos} {encontram|recolhem} {com facilidade|sem esforço} o que {precisam|procuram} para {clonar perfis|abrir contas falsas} e {enganar|extorquir} famílias",
        "{quem não conhece|aquele que ignora} a lei {não reclama|não a exige}, e {os abusos|as violações} {se repetem|continuam} sem {resposta|punição}",
      ],
    },
    {
      np: ["a fiscalização insuficiente", "a dificuldade do Estado em punir vazamentos"],
      why: [
        "a autoridade {responsável|encarregada} pela proteção de dados é {recente|jovem} e {conta com|dispõe de} {equipe reduzida|poucos técnicos} diante de {milhares de empresas|um mercado gigantesco}",
        "{muitas empresas|grandes corporações} {têm sede|ficam} fora do país e {tratam|encaram} as {multas|sanções} como {custo|despesa} de rotina",
      ],
      example: [
        "{depois de|após} um vazamento, {o cidadão|a vítima} {descobre|fica sabendo} pela imprensa que seu CPF {foi exposto|circula na rede} e {raramente|quase nunca} {recebe|obtém} {explicação|reparação}",
        "{farmácias|lojas} que {pedem|exigem} o CPF em troca de {desconto|vantagens} {nem sempre|dificilmente} {explicam|informam} o que {fazem|será feito} com {o histórico|a lista} de compras do cliente",
      ],
      effect: [
        "{a lei|a norma} {perde|não ganha} força, e {a vigilância|o abuso} {torna-se|passa a ser} {rotina|algo normal}",
        "{cresce|aumenta} a sensação de que {a privacidade|a vida íntima} {acabou|é um luxo} e de que {nada|pouco} {resta a fazer|se pode fazer}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "no romance “1984”, George Orwell {descreve|imagina} um Estado que {vigia|observa} cada gesto dos cidadãos por meio {de telas|das teletelas}",
      link: [
        "{a diferença|a novidade} é que, {hoje|no século XXI}, {o olho que vigia|essa tela} {cabe|vive} no bolso e {é carregado|é recarregado} todas as noites pelo próprio vigiado",
        "o Grande Irmão {de agora|atual} não usa a força: {oferece|promete} {comodidade|diversão} em troca de {informação|intimidade}",
      ],
      back: "o Grande Irmão {de Orwell|de “1984”} {ficará|permanecerá} restrito {às páginas do livro|à ficção}",
    },
    {
      kind: "ideal",
      cite: "a Lei Geral de Proteção de Dados, {sancionada|aprovada} em 2018, {determina|estabelece} que informações pessoais só podem ser {usadas|tratadas} com finalidade clara e {consentimento|base legal}",
      link: [
        "{na prática|no cotidiano}, {o botão|a opção} “aceito” {virou|tornou-se} um gesto {automático|mecânico}, que {esvazia|enfraquece} o consentimento {exigido|previsto} pela lei",
        "{sem fiscalização|sem divulgação}, essa proteção {alcança|beneficia} apenas {os mais informados|quem conhece os seus direitos}",
      ],
      back: "a Lei Geral de Proteção de Dados {será|poderá ser} {conhecida e respeitada|mais do que um texto distante}",
    },
    {
      kind: "idea",
      cite: "o filósofo francês Michel Foucault, em “Vigiar e punir”, {analisa|descreve} o panóptico, {prisão|modelo de prisão} em que {a possibilidade|a mera possibilidade} de ser observado {basta|é suficiente} para {controlar|disciplinar} as pessoas",
      link: [
        "a internet {ampliou|sofisticou} essa lógica, com a diferença de que {o vigiado|o próprio usuário} {colabora|alimenta a torre} {de bom grado|sem perceber}",
        "{câmeras, cookies e curtidas|cliques e curtidas} {formam|compõem} uma torre de vigia {invisível|moderna}, da qual {ninguém escapa|é difícil escapar}",
      ],
      back: "a torre de vigia {descrita|analisada} por Michel Foucault {deixará de|não poderá mais} {iluminar|espiar} a vida {íntima|privada} dos brasileiros",
    },
  ],
  tags: ["technology", "consumption", "rights"],
  counter: [
    {
      claim: "quem não tem nada a {esconder|temer} não precisa de privacidade",
      reply:
        "{a privacidade|a intimidade} não {serve|existe} para {esconder crimes|encobrir erros}, mas para {preservar|garantir} {a liberdade|o direito} de {ser e de pensar|viver sem vigilância}",
    },
    {
      claim: "{a coleta de dados|esse rastreamento} melhora os {serviços|aplicativos} que todos usam",
      reply:
        "qualquer vantagem só é {legítima|aceitável} quando o usuário {sabe|compreende} o que {entrega|cede} e pode {recusar|voltar atrás}",
    },
  ],
  measures: [
    {
      agent: "a Autoridade Nacional de Proteção de Dados",
      action: "{intensificar|ampliar} a fiscalização das empresas e {divulgar|publicar} os vazamentos",
      means: "{auditorias periódicas|inspeções} e {multas proporcionais|sanções ligadas} ao faturamento",
      purpose: "{desestimular|coibir} {abusos|a coleta excessiva} e {proteger|amparar} o usuário",
      detail:
        "{os relatórios|os resultados} {devem|precisam} ser {publicados|escritos} em linguagem simples, {em um portal|em uma página} acessível a qualquer pessoa",
    },
    {
      agent: "o Ministério da Educação",
      action: "{incluir|inserir} noções de segurança digital {na educação básica|nas aulas desde o ensino fundamental}",
      means:
        "{oficinas|projetos} com {especialistas em tecnologia|profissionais da área} e {material didático próprio|jogos educativos}",
      purpose:
        "{formar|preparar} {usuários|cidadãos} {críticos|conscientes} e {menos vulneráveis|mais atentos} a golpes",
      detail:
        "{as atividades|as oficinas} {podem|devem} {envolver|alcançar} também os pais, {que costumam expor|muitos dos quais expõem} os filhos sem {perceber|notar} o risco",
    },
    {
      agent: "o Congresso Nacional",
      action:
        "{exigir|tornar obrigatórios} termos de uso {curtos e claros|simples} {em todos os aplicativos|nos serviços digitais}",
      means:
        "um projeto de lei {discutido|debatido} com {universidades e entidades de defesa do consumidor|a sociedade civil}",
      purpose:
        "{devolver|garantir} ao usuário {o controle|o poder de decisão} sobre {as próprias informações|seus dados}",
      detail:
        "{cada contrato|o resumo} {deve|precisa} {caber|ser apresentado} em {uma página|uma única tela}, com {ícones|exemplos} que {mostrem|indiquem} o que será coletado",
    },
  ],
  vague: [
    "{hoje em dia|atualmente} {tudo|quase tudo} {fica gravado|está} na internet e não dá para esconder {nada|mais nada}",
    "{as pessoas|muitas pessoas} {postam|colocam} {a vida inteira|tudo} nas redes sociais e {depois reclamam|isso é perigoso}",
    "{as empresas|os aplicativos} {sabem|descobrem} {tudo|tudo o que fazemos} e {só querem|querem} {lucrar|ganhar dinheiro}",
    "é preciso {tomar|ter} cuidado com {as senhas|o que se posta} {na internet|no celular}",
    "a privacidade é {muito importante|um direito} e ninguém gosta de ser vigiado",
  ],
  source: [
    "segundo o texto I, dado pessoal é toda informação que permite identificar uma pessoa",
    "o texto motivador compara os dados pessoais ao petróleo, por causa do valor que têm no mercado",
    "a tirinha do texto II mostra um homem que conversa com o celular e logo recebe uma propaganda sobre o assunto",
  ],
};
