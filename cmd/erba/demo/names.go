package demo

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"erba/analysis/clean"
)

// names gives every company a name of its own: city, brand, trade, legal form.
type names struct {
	r     *rand.Rand
	taken map[string]int
}

func newNames() *names { return &names{source(partNames, 0), map[string]int{}} }

var (
	firsts = strings.Split("瀚 云 锦 青 东 白 禾 星 澄 岱 恒 睿 启 腾 宏 嘉 凌 泰 昊 景 远 川 朗 锐 衡 凯 润 德 拓 弘 卓 盛 峻 芯 精 旭 海 鼎 新 联", " ")
	lasts  = strings.Split("岳 麓 溪 屿 篁 塔 穗 渚 江 峰 达 科 辰 源 驰 图 越 信 和 威 力 丰 益 赛 特 森 博 迪 雅 维 承 基 创 晟 川 泽 宇 安 腾 捷", " ")

	// industries are what the customers make, with the trades in their names.
	industries = []struct {
		name   string
		trades []string
	}{
		{"工程机械", []string{"盾构装备", "工程机械", "起重机械", "矿山机械"}},
		{"轨道交通", []string{"轨道交通", "机车部件", "信号设备"}},
		{"新能源", []string{"海上风电", "光伏科技", "储能技术", "动力电池"}},
		{"机床自动化", []string{"机床", "自动化", "数控设备", "机器人"}},
		{"造纸包装", []string{"纸业", "包装", "印刷机械"}},
		{"食品机械", []string{"食品机械", "制药设备", "灌装设备"}},
		{"钢铁冶金", []string{"钢铁", "冶金设备", "特种材料"}},
		{"石油化工", []string{"石化装备", "化工机械", "阀门"}},
		{"电力电气", []string{"电气", "变压器", "电力设备"}},
		{"水务环保", []string{"水务", "环保科技", "泵业"}},
	}
	forms = []string{"有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司"}
)

// call names an account and puts it into an industry.
func (n *names) call(a *Account) {
	industry := pick(n.r, industries)
	form := pick(n.r, forms)
	a.Industry, a.trade = industry.name, pick(n.r, industry.trades)
	a.brand = pick(n.r, firsts) + pick(n.r, lasts)
	a.Short = a.brand + a.trade
	a.Name = a.Short + form
	if a.weight < 3 {
		a.Name = a.City + a.Name
	}
	n.taken[a.Name]++
	if again := n.taken[a.Name]; again > 1 {
		a.Name = strings.TrimSuffix(a.Name, form) + "第" + strconv.Itoa(again) + form
	}
}

// uscc makes up a unified social credit code whose check character holds.
func uscc(r *rand.Rand) string {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	code := []byte("91310000")
	for range 9 {
		code = append(code, alphabet[r.IntN(len(alphabet))])
	}
	for i := range alphabet {
		if whole := string(code) + alphabet[i:i+1]; clean.USCC(whole) == nil {
			return whole
		}
	}
	panic("demo: no check character fits " + string(code))
}
