package demo

import (
	"context"
	"errors"

	"erba/feature/application"
	"erba/feature/competitor"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	studied = 18 // customers of which somebody has written down what they do
	spoken  = 40 // customers of which somebody has said that nothing inside stands against us
	graded  = 6  // customers at which products are compared
)

// studies are what is known of customers, by turns.
var studies = []application.Sheet{
	{Industry: "轨道交通进入架修高峰，每年新增检修里程 12%", Level: "检修基地全国第三，备件周转天数偏长", Uses: "齿轮箱轴承、检修备件包；集中招标加零星采购",
		Strengths: "型式试验齐全，驻场团队稳定", Weakness: "价格高于第二名 6%", Chances: "三号线架修，国产化率要求 80%", Threats: "集团集采中心明年上收采购权"},
	{Industry: "风电抢装之后转向运维，主轴承国产替代加快", Level: "装机前五，停机损失是最大的痛点", Uses: "偏航与主轴轴承、状态监测传感器；随项目采购",
		Strengths: "监测数据可与对方平台对接", Weakness: "大兆瓦主轴承没有业绩", Chances: "十二个风场的五年运维合同", Threats: "整机厂自建备件公司"},
	{Industry: "工程机械周期回升，出口占四成", Level: "产能利用率 85%，质量体系成熟", Uses: "行星减速机、柱塞泵；年度框架加月度要货",
		Strengths: "供货及时率连续三年 98%", Weakness: "只进了一个事业部", Chances: "新产线传动改造立项", Threats: ""},
	{Industry: "数控机床补贴政策延续", Level: "中型厂，技术跟随者", Uses: "", Strengths: "", Weakness: "", Chances: "", Threats: ""},
}

// intended are what customers plan to buy, by turns.
var intended = []application.Project{
	{Name: "三号线架修备件", Funding: "special", Purchase: "tender"}, {Name: "数控中心二期", Funding: "own", Purchase: "project"},
	{Name: "检修基地扩建", Funding: "treasury", Purchase: "tender"}, {Name: "产线节能改造", Funding: "loan", Purchase: "project"}, {Name: "设备更新（待批）", Funding: "unsecured", Purchase: "single"},
}

// study lets some customers be known: what they do, what they plan to buy, what they
// may buy next year, and that nothing inside them stands against us.
func (d *dealer) study(boss context.Context, k *app.Kit, all []dear) error {
	service := application.New(k)
	for i, a := range all[:min(studied, len(all))] {
		one := studies[i%len(studies)]
		if one.Account = a.account.ID; i%3 == 0 {
			one.Expected, one.Reason = new(int64((180+i*23)*1_000_000)), "三号线架修已立项，备件单列预算"
		}
		if _, err := service.Know(identity.Under(boss, "application:read"), one); err != nil {
			return err
		}
		for n := range 1 + i%3 {
			p := intended[(i+n*2)%len(intended)]
			p.Account, p.On = a.account.ID, d.today.Add(20+(i*31+n*47)%300)
			if p.Funding != "unsecured" {
				p.Budget, p.Chance = new(int64((60+(i*37+n*11)%400)*1_000_000)), new(int64(20+(i*13+n*29)%70))
			}
			if _, err := service.Plan(identity.Under(boss, "application:read"), p); err != nil {
				return err
			}
		}
	}
	return d.clear(boss, k, all)
}

// clear says of most customers that nothing inside stands against us, unless a deal
// knows better.
func (d *dealer) clear(boss context.Context, k *app.Kit, all []dear) error {
	for i, a := range all[:min(spoken, len(all))] {
		if i%4 == 3 {
			continue
		}
		_, err := competitor.New(k).Clear(identity.Under(boss, "competitor:read"), competitor.Clear{Account: a.account.ID, Evidence: "走访采购、技术与使用部门，没有听到反对意见"})
		if f, is := errors.AsType[*kernel.Fault](err); is && f.Key == "competitor.obstructed" {
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// grade says who is strong with which product: in the regions, in two industries,
// and at some customers.
func (d *dealer) grade(boss context.Context, k *app.Kit, all []dear) error {
	var cells []competitor.Cell
	for i, r := range regions {
		cells = append(cells, d.cells(competitor.Cell{Scope: competitor.OfRegion, Place: r.name}, i)...)
	}
	for i, place := range []string{"轨道交通", "新能源"} {
		cells = append(cells, d.cells(competitor.Cell{Scope: competitor.OfIndustry, Place: place}, i+4)...)
	}
	for i, a := range all[:min(graded, len(all))] {
		cells = append(cells, d.cells(competitor.Cell{Scope: competitor.OfAccount, Account: a.account.ID}, i+6)...)
	}
	return k.DB.Write(identity.Under(boss, "competitor:read"), func(tx *db.Tx) error { return competitor.New(k).Recall(tx, cells) })
}

// factors are by what products are compared.
var factors = []string{"coverage", "stability", "price", "brand", "service", "operation"}

// cells are how we and two others stand somewhere with two lines of products.
func (d *dealer) cells(at competitor.Cell, n int) (all []competitor.Cell) {
	for l := range 2 {
		for side := range 3 {
			one := at
			if one.Product, one.Scores = lines[(n+l*3)%len(lines)].name, map[string]int{}; side > 0 {
				one.Competitor = d.rivals[(n+side)%len(d.rivals)]
			}
			for i, key := range factors {
				one.Scores[key] = 2 + (n*3+l*5+i*2+side*side)%4 - flagged(side == 2 && i == 2)
			}
			one.Evidence = []string{"年度客户回访与开标对比", "样机试验报告", "经销商反馈"}[(n+side)%3]
			all = append(all, one)
		}
	}
	return all
}
