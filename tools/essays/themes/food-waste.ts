/** @file Theme: food waste. */
import type { Theme } from "../types";

/** Food waste. */
export const foodWaste: Theme = {
  id: "food-waste",
  title: "o desperdício de alimentos em um país que ainda convive com a fome",
  problem: [
    "o desperdício de alimentos",
    "a perda diária de comida",
    "o descarte de alimentos próprios para o consumo",
  ],
  right: ["o direito à alimentação", "a segurança alimentar", "a dignidade das famílias mais pobres"],
  victims: ["as famílias em insegurança alimentar", "os brasileiros que passam fome", "os mais pobres"],
  broad: ["a alimentação", "a economia do país", "a pobreza"],
  scene: [
    "{toneladas de|grandes quantidades de} frutas, verduras e grãos {vão parar no lixo|são descartadas} {antes mesmo de chegar à mesa|entre a colheita e a cozinha}, enquanto {muitas famílias|milhares de pessoas} não sabem se {vão jantar|terão o que comer}",
    "o Brasil, {um dos maiores produtores|grande exportador} de alimentos do mundo, {convive com|abriga} uma contradição: {sobra comida nos lixões|joga-se comida fora} e {falta comida|faltam refeições} nos lares {mais humildes|da periferia}",
    "{feiras, mercados e restaurantes|supermercados e lanchonetes} {encerram o dia|fecham as portas} com {caixas cheias|sacos cheios} de produtos {que ainda poderiam|que poderiam, sem risco,} ser consumidos",
  ],
  causes: [
    {
      np: ["a cultura do desperdício nos lares", "o hábito de comprar e cozinhar além do necessário"],
      why: [
        "{na tradição brasileira|em muitas casas}, a mesa farta {é vista como|representa} sinal de {hospitalidade|prosperidade}, e as sobras {raramente|quase nunca} são {reaproveitadas|guardadas}",
        "{muitos consumidores|muitas famílias} {vão|costumam ir} às compras sem {lista nem planejamento|verificar a despensa}, {em busca de promoções|por causa de ofertas}, e os produtos {vencem|estragam} no fundo da geladeira",
      ],
      example: [
        "{cascas, talos e folhas|talos de couve e cascas de frutas}, {ricos em nutrientes|cheios de vitaminas}, são {jogados fora|descartados} por quem {nunca aprendeu a|não sabe} {aproveitá-los|usá-los} em {sopas, bolos e farofas|receitas simples}",
        "{é comum|não é raro} que o arroz {do almoço|de domingo} {vá para o lixo|seja descartado} apenas porque {ninguém quer|a família não quer} {repetir o prato|comer o mesmo} no jantar",
      ],
      effect: [
        "{o lixo doméstico|a lixeira da cozinha} {recebe|acumula} aquilo que {poderia alimentar|bastaria para alimentar} {outras pessoas|outra família}",
        "{água, energia e trabalho|a água, a terra e o esforço do agricultor} {gastos na produção|empregados no cultivo} {perdem-se|são perdidos} junto com {cada prato|cada alimento} descartado",
      ],
    },
    {
      np: ["a precariedade do transporte e do armazenamento", "a falta de infraestrutura entre o campo e a cidade"],
      why: [
        "{boa parte|grande parte} da colheita {viaja|é transportada} por {estradas esburacadas|longas distâncias}, em caminhões {sem refrigeração|inadequados} e em caixas que {amassam|machucam} {os produtos|frutas e legumes}",
        "{faltam|são poucos os} {silos e câmaras frias|armazéns climatizados} {no interior|perto das lavouras}, {de modo que|de forma que} o produtor {precisa|é obrigado a} vender {às pressas|com urgência} ou {perder|ver apodrecer} {o que plantou|a safra}",
      ],
      example: [
        "um caminhão de tomates que {sai do interior|deixa a lavoura} {rumo à capital|em direção ao Ceasa} {costuma chegar|chega muitas vezes} com parte da carga {esmagada|perdida} pelo balanço da estrada",
        "{em épocas de safra|nos meses de boa colheita}, {agricultores|pequenos produtores} {deixam|chegam a deixar} {mangas e bananas|hortaliças} {apodrecerem|estragarem} no pé {porque o frete|já que o transporte} custa mais {que a venda|do que o próprio produto}",
      ],
      effect: [
        "o alimento {chega|aparece} {mais caro|encarecido} {à prateleira|ao consumidor}, pois o preço {embute|inclui} tudo o que {se perdeu|foi perdido} no caminho",
        "{o pequeno agricultor|quem planta} {perde renda|empobrece}, e {o consumidor|quem compra} {paga a conta|arca com o prejuízo}",
      ],
    },
    {
      np: ["os padrões estéticos impostos pelo comércio", "a rejeição de produtos fora do padrão"],
      why: [
        "{supermercados e clientes|redes varejistas e consumidores} {recusam|rejeitam} {legumes tortos|frutas pequenas ou manchadas}, {embora|ainda que} o sabor e o valor nutritivo sejam {os mesmos|idênticos}",
        "{a aparência|o brilho da casca} {passou a valer|conta} mais que {o sabor|o valor nutritivo}, {em uma lógica|segundo uma lógica} que trata {o alimento|a comida} como {vitrine|objeto de decoração}",
      ],
      example: [
        "uma cenoura {com duas pontas|torta} {é separada|fica para trás} {ainda na colheita|já na lavoura} e {vira ração ou lixo|dificilmente chega ao mercado}",
        "{iogurtes e pães|laticínios e pães} {próximos do vencimento|perto da data de validade} são {retirados das prateleiras|recolhidos} {em vez de|quando poderiam} ser vendidos {com desconto|mais barato} ou doados",
      ],
      effect: [
        "{alimentos perfeitamente saudáveis|produtos nutritivos} {são excluídos|saem} do mercado {por motivos fúteis|apenas pela aparência}",
        "{o consumidor|o público} {desaprende|deixa de saber} que {a natureza não é uniforme|a comida nasce na terra} e {exige|passa a exigir} {uma perfeição inútil|um padrão artificial}",
      ],
    },
    {
      np: ["a burocracia que dificulta as doações", "o receio das empresas de doar o que sobra"],
      why: [
        "{restaurantes e mercados|muitos comerciantes} {temem|receiam} {responder na Justiça|ser processados} {caso alguém passe mal|por um eventual mal-estar} e {preferem|acabam preferindo} {descartar|jogar fora} as refeições {excedentes|que sobram}",
        "{faltam|são escassos os} {bancos de alimentos|pontos de coleta} capazes de {receber, conferir e distribuir|recolher e entregar} {rapidamente|no mesmo dia} {os excedentes|o que não foi vendido}",
      ],
      example: [
        "{um hotel|um restaurante por quilo} que {encerra|termina} o almoço com {travessas intactas|panelas cheias} {muitas vezes|com frequência} não {encontra|conhece} uma instituição {que possa|pronta para} {buscá-las|recebê-las} no mesmo dia",
        "{uma padaria|um mercadinho} que {gostaria de|pretende} doar os pães {do dia|da véspera} {não sabe|desconhece} a quem {entregá-los|oferecê-los} nem {quais cuidados tomar|que regras seguir}",
      ],
      effect: [
        "{a solidariedade|a boa vontade} {para|se perde} no meio do caminho, e {a lixeira|o aterro} {recebe|fica com} o que {a fome|um abrigo} {aguardava|esperava}",
        "{quem tem sobra|quem produz em excesso} e {quem tem fome|quem nada tem} {seguem|permanecem} {separados por poucas ruas|vizinhos e distantes}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "no filme espanhol “O Poço”, {de 2019|lançado em 2019}, {uma plataforma|uma mesa} cheia de comida {desce por|atravessa} {uma prisão vertical|uma prisão em andares}, e quem está em cima {devora|consome} o que faltará {embaixo|aos últimos}",
      link: [
        "{a sociedade brasileira|o país} {reproduz|repete} {essa lógica|tal cena}, pois {alguns descartam|uma parte descarta} aquilo que {bastaria para todos|saciaria os demais}",
        "{como na prisão do filme|assim como na ficção}, o problema {não é|está longe de ser} a falta de comida, {mas|e sim} a maneira como ela é {repartida|distribuída}",
      ],
      back: "a mesa {descrita|imaginada} em “O Poço” {alcançará|chegará a} todos os andares da sociedade",
    },
    {
      kind: "idea",
      cite: "o médico {e geógrafo|pernambucano} Josué de Castro, em “Geografia da fome”, {de 1946|publicado em 1946}, {mostrou|defendeu} que a fome {não é fruto da natureza|não vem da falta de terras}, {mas|e sim} das escolhas {humanas|políticas}",
      link: [
        "{jogar comida fora|descartar comida} em um país {desigual|com fome} {é|constitui} {uma dessas escolhas|uma escolha dessa natureza}, repetida {todos os dias|diariamente}",
        "{o lixo cheio|a lixeira cheia} ao lado {do prato vazio|da panela vazia} {confirma|comprova}, {décadas depois|ainda hoje}, {a tese do autor|o seu diagnóstico}",
      ],
      back: "a geografia da fome, {denunciada|descrita} por Josué de Castro, {começará a ser|poderá ser} {redesenhada|apagada do mapa}",
    },
    {
      kind: "mirror",
      cite: "{no poema|nos versos de} “O bicho”, Manuel Bandeira {descreve|observa} um vulto que {cata comida|procura alimento} entre os detritos e {revela|descobre}, {ao final|no último verso}, que {se tratava de|o animal era} um homem",
      link: [
        "{o poema|a cena} {é de 1947|tem mais de meio século}, mas {continua atual|ainda se repete} {nas calçadas|nas esquinas} em que {pessoas|famílias inteiras} {reviram|vasculham} o que {outros desperdiçaram|os outros jogaram fora}",
        "{para quem revira o lixo|aos que comem do lixo}, {o desperdício alheio|o descarte dos demais} {é|representa} a única {despensa|mesa} possível",
      ],
      back: "o bicho de Manuel Bandeira {voltará a ser|será, enfim, tratado como} um homem com {prato e dignidade|direito ao pão}",
    },
  ],
  tags: ["rights", "inequality", "consumption", "environment"],
  counter: [
    {
      claim: "{a fome|a falta de comida} só {acabará|terá fim} com {o aumento da produção|safras cada vez maiores}",
      reply:
        "{produzir mais|colher mais} {de nada adianta|pouco resolve} se {uma parte considerável|boa parte} do que {se colhe|é colhido} {nunca chega|deixa de chegar} ao prato",
    },
    {
      claim:
        "{cada um|cada pessoa} {é livre para|tem o direito de} {descartar|jogar fora} {o que comprou|aquilo que pagou}",
      reply:
        "{a água, o solo e o trabalho|os recursos naturais} {gastos|consumidos} em cada alimento {pertencem|interessam} a {toda a coletividade|todos}",
    },
  ],
  measures: [
    {
      agent: "o Ministério do Desenvolvimento e Assistência Social",
      action: "{criar|implantar} {bancos de alimentos|uma rede de bancos de alimentos} nos municípios",
      means:
        "{convênios|parcerias} com {feiras, supermercados e restaurantes|o comércio local e as centrais de abastecimento}",
      purpose:
        "{encaminhar|destinar} {os excedentes|as sobras seguras} às famílias {em insegurança alimentar|cadastradas nos programas sociais}",
      detail:
        "{as equipes|os funcionários} {devem|precisam} {contar com|dispor de} {veículos refrigerados|caminhões refrigerados} e {nutricionistas|fiscais sanitários}, {responsáveis por|que ficarão encarregados de} conferir {a qualidade|o estado} das doações",
    },
    {
      agent: "as escolas",
      action:
        "{promover|organizar} {oficinas de aproveitamento integral|aulas de culinária sem desperdício} para alunos e {famílias|responsáveis}",
      means: "{parcerias|projetos} com {cursos de Nutrição|cozinheiras da merenda e nutricionistas}",
      purpose:
        "{formar|educar} {consumidores|cidadãos} que {planejem as compras|respeitem a comida} e {reaproveitem|valorizem} cada alimento",
      detail:
        "as receitas {podem|devem} {usar|incluir} {os produtos da horta escolar|cascas e talos} e {circular|ser divulgadas} nas redes sociais da comunidade",
    },
    {
      agent: "o Governo Federal",
      action:
        "{investir em|construir} {silos e câmaras frias|armazéns refrigerados} e {recuperar|reformar} as estradas rurais",
      means:
        "{linhas de crédito|financiamentos} {a cooperativas|para cooperativas} e {editais|obras} do Ministério da Agricultura",
      purpose: "{reduzir|diminuir} as perdas entre {a lavoura e o mercado|a colheita e a venda}",
      detail:
        "{o benefício|o crédito} {deve|precisa} {priorizar|contemplar primeiro} {a agricultura familiar|a pequena propriedade}, {responsável por|que produz} boa parte do que {chega à mesa|se come} no país",
    },
  ],
  vague: [
    "muita gente {joga comida fora|não dá valor à comida} e {isso é errado|isso é muito triste}",
    "{enquanto uns|enquanto alguns} {têm muito|têm de sobra} outros {não têm nada|passam fome}",
    "{a comida|o alimento} é {uma coisa sagrada|essencial} {para viver|na vida de todos}",
    "{nossas mães|os pais} {sempre falam|ensinam} para {não deixar comida|comer tudo o que está} no prato",
    "{no Brasil|no nosso país} {há|existe} {muita|tanta} comida, mas {não chega|nem sempre chega} para todos",
    "{ninguém gosta de|é muito ruim} passar fome {e não ter o que comer|e ver comida no lixo}",
  ],
  source: [
    "segundo o texto I, perda é o que ocorre antes da chegada ao mercado e desperdício é o que ocorre depois",
    "o texto motivador mostra que a comida jogada fora poderia alimentar muitas famílias",
    "como diz o texto II, o brasileiro gosta de mesa farta e de geladeira cheia",
  ],
};
