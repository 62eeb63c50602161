package demo

import (
	"context"

	rules "erba/analysis/dunning"
	"erba/analysis/terms"
	"erba/feature/collection"
	"erba/feature/receivable"
	paying "erba/feature/terms"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// chased is how many of those who are latest are asked for their money.
const chased = 16

// quarrels are what customers will not pay, and why.
var quarrels = []struct{ reason, says string }{
	{"quality", "主轴承异响，扣款待检测"}, {"quantity", "到货少两台，等补发"}, {"invoice", "税号开错，要求重开"}, {"price", "按旧价目表结算，单价不符"},
}

// vows are what their people said.
var vows = []struct{ who, says string }{
	{"白若谷（财务经理）", "月底前安排"}, {"周敏（出纳）", "等总经理签字"}, {"韩立（采购部长）", "先付一半"}, {"许静（财务总监）", "银行额度下周到位"},
}

// chaser is finance at work on late money.
type chaser struct {
	*collection.Service
	ctx   context.Context
	today kernel.Date
}

// Chase has finance agree on terms with some customers and ask those who are latest
// for their money: some dispute, some promise, and one gets nothing more on credit.
func Chase(ctx context.Context, k *app.Kit) error {
	finance, err := as(ctx, k, "lushan")
	if err != nil {
		return err
	}
	late, err := receivable.New(k).Ageing(identity.Under(finance, "receivable:read"), receivable.Ask{Limit: chased})
	if err != nil {
		return err
	}
	c := chaser{collection.New(k), identity.Under(finance, "collection:dun"), kernel.Today()}
	for i, row := range late.Rows {
		if row.Late == 0 {
			break
		}
		if err := c.agree(finance, k, i, row.Account); err != nil {
			return err
		}
		if err := c.chase(i, row.Account); err != nil {
			return err
		}
	}
	return nil
}

// usances are the terms that customers have, each another reading.
var usances = []terms.Terms{
	{Rule: terms.Rule{Mode: terms.EndMonths, Days: 60}, NextWorking: true},
	{Rule: terms.Rule{Mode: terms.EndMonths, Days: 30, Statement: 25}, Grace: 3},
	{Rule: terms.Rule{Mode: terms.InvoiceDays, Days: 45}},
	{Rule: terms.Rule{Mode: terms.EndMonths, Days: 30}, Parts: []terms.Part{
		{Name: "预付", Percent: 30, Rule: terms.Rule{Mode: terms.InvoiceDays}},
		{Name: "发货", Percent: 60, Rule: terms.Rule{Mode: terms.EndMonths, Days: 30}},
		{Name: "质保", Percent: 10, Rule: terms.Rule{Mode: terms.InvoiceMonths, Days: 360}, Retention: true}}},
}

// agree writes down what holds from next month on.
func (c chaser) agree(finance context.Context, k *app.Kit, i int, account kernel.ID) error {
	_, err := paying.New(k).Agree(identity.Under(finance, "terms:write"), paying.Agreement{Account: account, Since: c.today.Month().AddMonths(1),
		Agreed: paying.Wording{Terms: usances[i%len(usances)]}, Basis: "年度供货合同补充协议"})
	return err
}

// chase asks one customer: on the phone, by letter, and so on.
func (c chaser) chase(i int, account kernel.ID) error {
	sheet, err := c.Sheet(c.ctx, account)
	if err != nil || sheet.Course.Reached < 0 {
		return err
	}
	worst, vow, quarrel := sheet.Debts[0], vows[i%len(vows)], quarrels[i%len(quarrels)]
	if i%3 != 2 {
		if _, err := c.Promise(c.ctx, collection.Promise{Account: account, Amount: worst.Left, On: c.today.Add(-12), Due: c.today.Add(5*(i%3) - 4), Who: vow.who, Says: vow.says}); err != nil {
			return err
		}
	}
	if i%2 == 0 {
		if _, err := c.Dispute(c.ctx, collection.Dispute{Account: account, Number: worst.Number, Reason: quarrel.reason, Amount: max(1, worst.Left/5), Says: quarrel.says, Due: c.today.Add(14)}); err != nil {
			return err
		}
	}
	if sheet.Course.Reached >= 1 {
		if _, err := c.Dun(c.ctx, collection.Dunning{Account: account, Does: rules.Call, Channel: collection.ByPhone, Language: "zh-CN", To: vow.who, Says: vow.says}); err != nil {
			return err
		}
	}
	if sheet.Course.Reached >= 3 && i%4 == 0 {
		_, err = c.Stop(c.ctx, account, "逾期过久，承诺未兑现")
	}
	return err
}
