package demo

import (
	"context"

	"erba/analysis/prospect"
	"erba/feature/lead"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// heard are companies that people of the demo have heard of: how far each has come,
// and what is known of it. Amounts are thousands of yuan.
var heard = []struct {
	name, city, industry, need, source, by string
	signs                                  lead.Signs
	amount, percent                        int64
	index                                  [3]int64 // potential, strength, effort
	to                                     []string
	reason                                 string
}{
	{"闽江轨道装备", "福州", "轨道交通", "转向架轴承国产化", "fair", "shenyan", lead.Signs{"interest", "need", "budget", "person"}, 2600, 40, [3]int64{90, 60, 30}, []string{prospect.Contacted, prospect.Qualified}, ""},
	{"星垣机器人", "苏州", "机器人", "谐波减速器样机", "website", "shenyan", lead.Signs{"interest", "need", "time", "company"}, 900, 30, [3]int64{80, 70, 20}, []string{prospect.Contacted}, ""},
	{"北辰风能", "天津", "风电", "齿轮箱大修备件", "referral", "shenyan", lead.Signs{"interest", "budget", "time", "person"}, 4200, 50, [3]int64{85, 50, 60}, []string{prospect.Contacted, prospect.Qualified}, ""},
	{"岭南包装机械", "佛山", "包装机械", "", "association", "shenyan", lead.Signs{"company"}, 0, 0, [3]int64{55, 40, 25}, nil, ""},
	{"楚天起重", "武汉", "起重运输", "减速机年度框架", "fair", "miaomiao", lead.Signs{"need", "person"}, 1300, 20, [3]int64{60, 90, 20}, []string{prospect.Contacted}, ""},
	{"汾河煤机", "太原", "煤矿机械", "刮板机传动部件", "fair", "miaomiao", lead.Signs{"need", "company"}, 1800, 30, [3]int64{70, 55, 45}, []string{prospect.Contacted, prospect.Nurture}, "今年没有预算"},
	{"青屿船舶", "舟山", "船舶", "甲板机械轴承", "media", "miaomiao", nil, 0, 0, [3]int64{}, nil, ""},
	{"沙河陶瓷", "景德镇", "陶瓷机械", "压机密封件", "third_party", "miaomiao", lead.Signs{"interest"}, 200, 10, [3]int64{20, 30, 40}, []string{prospect.Contacted, prospect.Dropped}, "量太小，不值得上门"},
	{"黄岩模具城", "台州", "模具", "导柱导套", "colleague", "yeqing", lead.Signs{"interest", "need", "time"}, 700, 50, [3]int64{50, 75, 15}, []string{prospect.Contacted, prospect.Qualified}, ""},
	{"滇池环保", "昆明", "环保设备", "曝气机减速器", "government", "yeqing", lead.Signs{"budget"}, 1500, 20, [3]int64{65, 35, 70}, nil, ""},
}

// missed are companies that nobody has met yet.
var missed = []lead.Wish{
	{Name: "远舟航空动力", Why: "行业标杆，拿下一家带动一片", Idea: "从高校联合实验室切入"},
	{Name: "崇明海工", Why: "新船坞投产，三年内轴承需求翻倍", Idea: "请设计院在图纸阶段指定"},
}

// prospects writes down who may become a customer.
func prospects(ctx context.Context, k *app.Kit) error {
	leads := lead.New(k)
	for i, f := range heard {
		mine, err := as(ctx, k, f.by)
		if err != nil {
			return err
		}
		mine = identity.Under(mine, "lead:write")
		l := lead.Lead{Name: f.name, City: f.city, Industry: f.industry, Need: f.need, Source: f.source, Signs: f.signs, Amount: thousands(f.amount), Percent: some(f.percent),
			Potential: some(f.index[0]), Strength: some(f.index[1]), Effort: some(f.index[2]), Next: kernel.Today().Add(i*3 - 5)}
		row, err := leads.Find(mine, l)
		if err != nil {
			return err
		}
		for _, to := range f.to {
			t := lead.Turn{Lead: row.ID, To: to, Reason: f.reason, Next: row.Next, Version: row.Version}
			if to == prospect.Nurture {
				t.Wake = kernel.Today().Add(45)
			}
			if row, err = leads.Turn(mine, t); err != nil {
				return err
			}
		}
	}
	mine, err := as(ctx, k, "shenyan")
	if err != nil {
		return err
	}
	for _, w := range missed {
		w.Review = kernel.Today().Add(60)
		if _, err := leads.Want(identity.Under(mine, "lead:write"), w); err != nil {
			return err
		}
	}
	return nil
}

// some is a number that somebody knows; nought: nobody does.
func some(n int64) *int64 {
	if n == 0 {
		return nil
	}
	return &n
}

// thousands of yuan, in minor units.
func thousands(n int64) *int64 { return some(n * 1000_00) }
