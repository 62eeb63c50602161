package db

import "strings"

// singles are characters that company and place names mostly read otherwise
// than go-pinyin, which knows characters but no words.
var singles = map[rune]string{'长': "chang", '行': "hang", '厦': "xia", '乐': "le", '藏': "zang", '都': "du", '参': "shen", '茄': "qie", '钻': "zuan"}

// phrases are words of company and place names whose characters are read
// otherwise than alone: first the word, then its syllables.
const phraseTable = `
成长 cheng zhang|增长 zeng zhang|生长 sheng zhang|市长 shi zhang|校长 xiao zhang|家长 jia zhang|长子县 zhang zi xian|长老 zhang lao
重庆 chong qing|重组 chong zu|重生 chong sheng|重复 chong fu|重建 chong jian|重启 chong qi|重阳 chong yang
行政 xing zheng|旅行 lv xing|发行 fa xing|执行 zhi xing|运行 yun xing|航行 hang xing|出行 chu xing|行动 xing dong|行走 xing zou|步行 bu xing|行知 xing zhi|行者 xing zhe|飞行 fei xing|骑行 qi xing|行车 xing che|通行 tong xing|行李 xing li|行星 xing xing|同行 tong xing|太行 tai hang
音乐 yin yue|乐器 yue qi|乐团 yue tuan|乐队 yue dui|声乐 sheng yue|乐章 yue zhang|乐府 yue fu|乐清 yue qing|乐亭 lao ting|乐陵 lao ling|民乐 min yue|器乐 qi yue|国乐 guo yue|奏乐 zou yue
大厦 da sha|商厦 shang sha|广厦 guang sha|高厦 gao sha|华厦 hua sha
收藏 shou cang|冷藏 leng cang|储藏 chu cang|珍藏 zhen cang|典藏 dian cang|窖藏 jiao cang|藏书 cang shu|贮藏 zhu cang|矿藏 kuang cang
都是 dou shi|大都会 da du hui
会计 kuai ji|会稽 kuai ji|财会 cai kuai
六安 lu an|六合 lu he|蚌埠 beng bu|台州 tai zhou|番禺 pan yu|铅山 yan shan|尉犁 yu li|洪洞 hong tong|渑池 mian chi|浚县 xun xian|牟平 mu ping|中牟 zhong mu|大埔 da bu|黄埔 huang pu|什邡 shi fang|单县 shan xian|浚河 xun he|燕郊 yan jiao|莘县 shen xian|莘庄 xin zhuang|东阿 dong e|阿胶 e jiao|吴堡 wu bu|泊头 bo tou|柏乡 bai xiang|黄陂 huang pi|歙县 she xian|枞阳 zong yang|繁峙 fan shi|临朐 lin qu|乐平 le ping|郫县 pi xian|大城县 dai cheng xian|井陉 jing xing|蔚县 yu xian|平舆 ping yu|武陟 wu zhi|柘城 zhe cheng|监利 jian li|耒阳 lei yang|郴州 chen zhou|儋州 dan zhou|涪陵 fu ling|綦江 qi jiang|犍为 qian wei|珙县 gong xian|筠连 jun lian|荥经 ying jing|荥阳 xing yang|盱眙 xu yi|睢宁 sui ning|邳州 pi zhou|邗江 han jiang|甪直 lu zhi|浒墅关 xu shu guan|鄞州 yin zhou|嵊州 sheng zhou|衢州 qu zhou|缙云 jin yun|厦门 xia men|长汀 chang ting|婺源 wu yuan|弋阳 yi yang|鄱阳 po yang|佛山 fo shan|禅城 chan cheng|阿坝 a ba|巴音郭楞 ba yin guo leng|吐鲁番 tu lu fan|喀什 ka shi|秘鲁 bi lu|柏林 bo lin|龟兹 qiu ci|朝鲜 chao xian|朝阳 chao yang|牡丹江 mu dan jiang|大沽 da gu|华容 hua rong|百色 bai se|溧阳 li yang|溧水 li shui|乌兰察布 wu lan cha bu|巴彦淖尔 ba yan nao er|桦甸 hua dian|珲春 hun chun|北碚 bei bei|东莞 dong guan
空调 kong tiao|调味 tiao wei|调料 tiao liao|调节 tiao jie|调压 tiao ya|调速 tiao su|调试 tiao shi|调和 tiao he|调理 tiao li|调色 tiao se
弹簧 tan huang|弹性 tan xing|弹力 tan li|降解 jiang jie|自传 zi zhuan|传记 zhuan ji
供给 gong ji|给排水 ji pai shui|给水 ji shui|自给 zi ji|模具 mu ju|模板 mu ban|模样 mu yang|注模 zhu mu
人参 ren shen|海参 hai shen|党参 dang shen|参加 can jia|参与 can yu|参数 can shu|参考 can kao|参观 can guan
校准 jiao zhun|校正 jiao zheng|校验 jiao yan|缝纫 feng ren|轧钢 zha gang|轧制 zha zhi|轧机 zha ji|轧辊 zha gun|热轧 re zha|冷轧 leng zha|称重 cheng zhong|畜牧 xu mu|畜禽 chu qin|畜产 xu chan|占卜 zhan bu|薄荷 bo he|薄弱 bo ruo|大伯 da bo|创伤 chuang shang|的士 di shi|便宜 pian yi|宿舍 su she|星宿 xing xiu|爪子 zhua zi|相机 xiang ji|角色 jue se|主角 zhu jue|咀嚼 ju jue|识别 shi bie|标识 biao zhi|钥匙 yao shi|汤匙 tang chi|扎啤 zha pi|拓片 ta pian|着色 zhuo se|附着 fu zhuo|载体 zai ti|种植 zhong zhi|播种 bo zhong|转子 zhuan zi|旋转 xuan zhuan|琢磨 zhuo mo|磨坊 mo fang|切磋 qie cuo|曾国 zeng guo|曾氏 zeng shi|曾记 zeng ji|单氏 shan shi|任氏 ren shi|解氏 xie shi|仇氏 qiu shi|查氏 zha shi|盖氏 ge shi|区氏 ou shi|尉迟 yu chi|万俟 mo qi|单于 chan yu|可汗 ke han|吐谷浑 tu yu hun|大夫 dai fu|吐蕃 tu bo|尽管 jin guan|露天 lu tian|血管 xue guan|流血 liu xue|落枕 lao zhen|丁香 ding xiang|银行 yin hang|商行 shang hang|车行 che hang|洋行 yang hang|同仁 tong ren
`

// phrases are the syllables of those words; longestPhrase is how many
// characters the longest has.
var phrases, longestPhrase = func() (map[string][]string, int) {
	table, longest := map[string][]string{}, 0
	for _, entry := range strings.FieldsFunc(phraseTable, func(r rune) bool { return r == '|' || r == '\n' }) {
		parts := strings.Fields(entry)
		table[parts[0]] = parts[1:]
		longest = max(longest, len(parts)-1)
	}
	return table, longest
}()

// readings are the syllables of a run of Chinese characters as a company would
// read them, and as a dictionary of characters does; "" for what has no sound.
func readings(run []rune) (company, plain []string) {
	company, plain = make([]string, len(run)), make([]string, len(run))
	for i, r := range run {
		plain[i] = sound(r)
		if company[i] = plain[i]; singles[r] != "" {
			company[i] = singles[r]
		}
	}
	for i := 0; i < len(run); i++ {
		for n := min(longestPhrase, len(run)-i); n > 1; n-- {
			if syllables, ok := phrases[string(run[i:i+n])]; ok {
				copy(company[i:], syllables)
				i += n - 1
				break
			}
		}
	}
	return company, plain
}
