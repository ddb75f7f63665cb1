/** @file Theme: digital exclusion. */
import type { Theme } from "../types";

/** Digital exclusion. */
export const digitalExclusion: Theme = {
  id: "digital-exclusion",
  title: "os caminhos para combater a exclusão digital no Brasil",
  problem: [
    "a exclusão digital",
    "o acesso desigual à internet",
    "a desigualdade no acesso às tecnologias",
    "o isolamento digital de {parte|uma parcela} da população",
  ],
  right: ["o direito à informação", "a cidadania", "a igualdade de oportunidades"],
  victims: ["os estudantes de baixa renda", "os moradores de áreas rurais", "os brasileiros sem conexão"],
  broad: ["a tecnologia", "o mundo moderno", "o uso do celular"],
  scene: [
    "{serviços essenciais|consultas médicas, matrículas e benefícios sociais} {passaram a depender|dependem cada vez mais} de {uma tela conectada|aplicativos}, {o que deixa|e isso deixa} para trás quem {não tem internet|vive sem sinal}",
    "{em pleno século XXI|na era da informação}, {milhões de|muitos} brasileiros {ainda vivem|continuam} {desconectados|sem conexão estável} e {longe|à margem} {das oportunidades que circulam na rede|do mundo virtual}",
    "{há|existem} {comunidades inteiras|bairros e povoados} em que {o sinal não chega|a conexão é instável}, {enquanto|ao passo que} {nos centros urbanos|em áreas nobres} a {fibra óptica|banda larga} {é comum|já é rotina}",
  ],
  causes: [
    {
      np: ["a desigualdade de renda", "a concentração de renda no país"],
      why: [
        "{o preço|o custo} de {um computador|um aparelho} e de {um plano de internet|uma assinatura mensal} {pesa|compete com a alimentação} no orçamento das famílias {mais pobres|de baixa renda}",
        "{para quem vive|nas casas que vivem} com {pouco|um salário mínimo}, {a conexão|o acesso à rede} {vem depois|fica atrás} {do aluguel e da comida|das contas básicas}, {por mais necessária que seja|mesmo sendo indispensável}",
      ],
      example: [
        "{durante a pandemia de covid-19|quando as escolas fecharam na pandemia}, {muitos alunos|estudantes} da rede pública {dividiram|precisaram dividir} {um único celular|o mesmo aparelho} com {os irmãos|toda a família} para {assistir às aulas|fazer as tarefas}",
        "{um jovem|um candidato a emprego} que {só tem|conta apenas com} {um pacote limitado de dados|alguns créditos no celular} não consegue {concluir um curso a distância|enviar o currículo nem fazer um curso on-line}",
      ],
      effect: [
        "{a distância social|a desigualdade} que {já existia|vinha de antes} {se reproduz|se repete} {no ambiente virtual|na rede}, {e quem mais precisa|de modo que quem mais precisa} {fica de fora|é excluído}",
        "o celular, que {poderia|deveria} aproximar ricos e pobres, {acaba por|termina por} {separá-los ainda mais|aprofundar o abismo entre eles}",
      ],
    },
    {
      np: ["a falta de infraestrutura nas regiões afastadas", "a má distribuição da infraestrutura de rede"],
      why: [
        "{as operadoras|as empresas de telefonia} {concentram|preferem concentrar} {antenas e cabos|seus investimentos} {onde o lucro é maior|nas áreas mais rentáveis} e deixam {o campo e as periferias|povoados e aldeias} {sem cobertura|em segundo plano}",
        "{levar|estender} {cabos e antenas|a rede} ao interior {exige|pede} {investimento alto|recursos} que {nem as empresas nem o Estado|nem o mercado nem os governos} {assumiram|têm assumido} {de forma contínua|com seriedade}",
      ],
      example: [
        "em {comunidades ribeirinhas da Amazônia|povoados do sertão}, há alunos que {sobem em árvores|caminham longas distâncias} para {encontrar sinal|conseguir sinal} e {enviar uma tarefa|baixar uma aula}",
        "{um pequeno agricultor|um produtor rural} {sem conexão|isolado da rede} não emite uma {nota eletrônica|guia eletrônica} nem {vende|consegue vender} {sua produção pela internet|a colheita sem atravessadores}",
      ],
      effect: [
        "{o endereço|o lugar de nascimento} {passa a determinar|acaba definindo} {quem participa|quem fica de fora} da {sociedade da informação|vida digital}",
        "{regiões inteiras|municípios inteiros} {perdem|deixam passar} {oportunidades de ensino, de trabalho e de saúde|chances de estudo e de emprego}",
      ],
    },
    {
      np: ["a ausência de letramento digital", "o despreparo de muitos cidadãos para usar as tecnologias"],
      why: [
        "{ter|possuir} {um aparelho|um celular} nas mãos {não significa|não quer dizer} {saber|ter aprendido a} {pesquisar, comparar fontes|buscar informações} e {proteger os próprios dados|resolver problemas com ele}",
        "{a escola|o ensino brasileiro} {raramente|ainda pouco} {ensina|trata} {o uso crítico|o uso seguro} da rede, {e os adultos|de modo que os adultos} {aprendem|acabam aprendendo} {sozinhos, por tentativa e erro|como podem}",
      ],
      example: [
        "{um idoso|uma senhora} que {não domina|desconhece} o aplicativo do banco {depende|precisa} {de terceiros|da ajuda de estranhos} e {corre o risco de cair em golpes|acaba vulnerável a golpes}",
        "{muitos alunos|jovens} que {passam horas|navegam o dia inteiro} nas redes sociais {não sabem|nunca aprenderam a} {formatar um texto|montar uma planilha} nem {reconhecer uma fonte confiável|escrever um e-mail formal}",
      ],
      effect: [
        "{a tecnologia|o mundo digital} {deixa de ser|não chega a ser} {ferramenta de autonomia|instrumento de liberdade} e {vira|torna-se} {mais uma barreira|mais um obstáculo}",
        "{serviços públicos digitais|aplicativos do governo} {acabam|terminam} {subutilizados|inacessíveis} justamente {para quem mais precisa deles|entre os mais vulneráveis}",
      ],
    },
    {
      np: ["a lentidão das políticas públicas de inclusão", "a descontinuidade dos programas de inclusão digital"],
      why: [
        "{projetos|programas} de {conexão nas escolas|computadores para alunos} {começam|são lançados} em um governo e {terminam|são esquecidos} no seguinte, {sem avaliação|sem continuidade}",
        "{as leis|as normas} que {tratam|cuidam} do tema carecem de {metas claras|fiscalização} e de {orçamento estável|verba garantida}",
      ],
      example: [
        "{há escolas públicas|não são raras as escolas} com {laboratórios fechados|computadores encaixotados} {por falta de técnicos|porque ninguém os instala}, {enquanto|ao mesmo tempo que} {os alunos|as turmas} {copiam|anotam} {do quadro|tudo no caderno}",
        "telecentros que {ofereciam|distribuíam} {sinal gratuito|internet livre} {foram abandonados|deixaram de funcionar} {poucos meses|pouco tempo} depois {da inauguração|de abertos}",
      ],
      effect: [
        "{o problema|a desigualdade} {muda de aparência|se renova a cada geração}, {mas não se resolve|sem que se resolva}",
        "{cada ano|cada mandato} {perdido|sem avanço} {amplia|alarga} a distância entre {conectados e desconectados|quem navega e quem espera}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "idea",
      cite: "{o filósofo francês|o filósofo} Pierre Lévy{, autor de “Cibercultura”,|} {afirma|sustenta} que {toda nova tecnologia cria|cada tecnologia nova gera} {seus excluídos|os seus próprios excluídos}",
      link: [
        "{a internet|a rede} {confirma|não foge a} {essa ideia|tal raciocínio}, {pois|já que} {abriu portas para uns|aproximou alguns} e {ergueu muros para outros|isolou outros tantos}",
        "{cabe ao poder público|cabe ao Estado}, {nesse caso|então}, {impedir|evitar} que {os excluídos da rede|tais excluídos} {sejam os mesmos|continuem a ser os mesmos} {de sempre|da vida fora dela}",
      ],
      back: "a tecnologia {deixará de produzir|não mais produzirá} os excluídos {de que falava|descritos por} Pierre Lévy",
    },
    {
      kind: "ideal",
      cite: "o Marco Civil da Internet, {de 2014|lei sancionada em 2014}, {reconhece|declara} {o acesso à rede|a conexão} como {essencial ao exercício da cidadania|condição para o exercício da cidadania}",
      link: [
        "{a letra da lei|esse princípio} {esbarra|tropeça} {na realidade|no cotidiano} de {bairros e povoados|famílias} que {nunca tiveram|ainda não têm} {uma conexão decente|internet em casa}",
        "{enquanto|se} {houver|existirem} brasileiros {sem sinal|desconectados}, {a cidadania prevista|essa cidadania} {será|permanecerá} {incompleta|privilégio de alguns}",
      ],
      back: "o Marco Civil da Internet {deixará de ser|não será mais} {promessa|letra morta} para {os desconectados|milhões de brasileiros}",
    },
    {
      kind: "mirror",
      cite: "no filme “Eu, Daniel Blake”, {do diretor|de} Ken Loach, um carpinteiro {doente|impedido de trabalhar} não consegue {receber|obter} {seu benefício|o auxílio a que tem direito} {porque não sabe|por não saber} usar {um computador|a internet}",
      link: [
        "{no Brasil|entre os brasileiros}, {muitos|não poucos} {Daniels|trabalhadores} {enfrentam|vivem} {a mesma humilhação|situação idêntica} diante de {formulários|aplicativos} que {não compreendem|ninguém lhes explicou}",
        "{a cena|o drama do personagem} {repete-se|é familiar} {nas filas|nas agências} do país, onde {a resposta|a orientação} {é quase sempre|costuma ser} “{acesse o aplicativo|entre no site}”",
      ],
      back: "histórias como a de Daniel Blake {ficarão|passarão a existir} {apenas no cinema|só na ficção}",
    },
  ],
  tags: ["technology", "inequality", "education"],
  counter: [
    {
      claim:
        "{hoje|atualmente} {todos|quase todos} {têm|possuem} {celular|um telefone na mão} e, por isso, {o problema|a exclusão} {não existe mais|já acabou}",
      reply:
        "{um aparelho|um celular} {sem pacote de dados|com poucos dados} {e sem orientação|e um dono sem orientação} {pouco contribui para|está longe de assegurar} a inclusão",
    },
    {
      claim: "{a conexão|a internet} {é um luxo|não passa de lazer}",
      reply:
        "{vagas de emprego|inscrições em vestibulares}, {consultas|benefícios} e {até|mesmo} {aulas|contas} {dependem dela|passam por ela} {todos os dias|a cada dia}",
    },
  ],
  measures: [
    {
      agent: "o Ministério das Comunicações",
      action:
        "{levar|estender} {internet de qualidade|banda larga gratuita} {às escolas e às praças|às áreas rurais e às periferias}",
      means:
        "{parcerias|acordos} com {as operadoras|empresas de telefonia} e {do uso|da aplicação} {dos recursos do fundo de telecomunicações|do Fundo de Universalização dos Serviços de Telecomunicações}",
      purpose:
        "{garantir|assegurar} que {o acesso à rede|a conexão} {não dependa|deixe de depender} {da renda|do endereço} de cada cidadão",
      detail:
        "{a instalação|o trabalho} {deve|precisa} {começar|iniciar-se} {pelas comunidades ribeirinhas, quilombolas e indígenas|pelos municípios com menor cobertura}, {com metas anuais|sob a fiscalização da Anatel}",
    },
    {
      agent: "o Ministério da Educação",
      action:
        "{incluir|inserir} {o letramento digital|aulas de cidadania digital} no currículo {das escolas públicas|da educação básica}",
      means: "{oficinas práticas|laboratórios equipados} e cursos de formação para os {professores|docentes}",
      purpose:
        "{preparar|formar} {jovens|alunos} {capazes de|que saibam} {usar a rede com autonomia|buscar, avaliar e produzir informação}",
      detail:
        "{as oficinas|os encontros} {podem|devem} {abrir-se|ser abertos} {aos pais e aos idosos|à comunidade} {nos fins de semana|à noite}, {quando|período em que} os laboratórios {estão livres|ficam ociosos}",
    },
    {
      agent: "os governos estaduais",
      action:
        "{distribuir|emprestar} {computadores e chips|aparelhos com acesso à rede} aos alunos {de baixa renda|inscritos no Cadastro Único}",
      means:
        "{editais|programas} de {compra coletiva|aquisição conjunta} e doações de {equipamentos usados|máquinas recondicionadas}",
      purpose:
        "{impedir|evitar} que {a pobreza|a falta de dinheiro} {interrompa|atrapalhe} {os estudos|a aprendizagem}",
      detail:
        "{cada aparelho|o equipamento} {deve|precisa} {ser entregue|chegar} {com orientação às famílias|acompanhado de um tutorial simples}, {elaborado|preparado} {pelas próprias escolas|por alunos dos cursos técnicos}",
    },
  ],
  vague: [
    "{hoje em dia|atualmente} {todo mundo|a maioria das pessoas} {usa a|depende da} internet {para tudo|para fazer as coisas}",
    "{a internet|a tecnologia} {é muito boa|ajuda muito}, mas {nem todos têm|tem gente que não tem}",
    "quem não tem {celular|computador} {fica para trás|acaba ficando de fora}",
    "{a tecnologia|o celular} {mudou|mudou muito} {a vida|o jeito} das pessoas {no mundo inteiro|nos últimos tempos}",
    "{os mais velhos|muitos idosos} não {sabem mexer|conseguem mexer} {nessas coisas|no celular} e {precisam de ajuda|isso é um problema}",
    "{todos deveriam|todo mundo devia} ter {internet|um computador} {em casa|para estudar}",
  ],
  source: [
    "segundo o texto I, exclusão digital é a situação de quem não tem acesso às tecnologias de informação e comunicação",
    "o texto motivador afirma que o celular é o principal meio de acesso à internet nas casas brasileiras",
    "como está escrito no texto II, a internet é uma janela para o mundo que ainda está fechada para muita gente",
  ],
};
