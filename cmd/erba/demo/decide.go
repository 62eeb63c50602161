package demo

import (
	"context"

	"erba/feature/approval"
	"erba/feature/card"
	"erba/feature/evaluation"
	"erba/feature/portfolio"
	"erba/feature/upgrade"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// Decide lets the company have worked with the program for a while: everything is
// evaluated, the director has agreed to two of three cards, something of them has
// been used, some accounts are on their way to the next class, and it is known what others are worth,
// and the hours of the year are laid out.
func Decide(ctx context.Context, k *app.Kit) error {
	if _, err := portfolio.New(k).Settle(ctx, func(int64, int64) {}); err != nil {
		return err
	}
	evaluations := evaluation.New(k)
	if _, err := evaluations.Evaluate(ctx, kernel.Date{}, func(int64, int64) {}); err != nil {
		return err
	}
	boss, err := as(ctx, k, "qinlang")
	if err != nil {
		return err
	}
	open, err := evaluations.List(identity.Under(boss, "evaluation:read"), evaluation.Which{State: evaluation.Open, Model: evaluation.Membership, Limit: 200})
	if err != nil {
		return err
	}
	for i, p := range open.Rows {
		if i%3 == 2 {
			continue
		}
		if err := grant(boss, k, p, i); err != nil {
			return err
		}
	}
	if err := promote(boss, k); err != nil {
		return err
	}
	if err := demand(boss, k); err != nil {
		return err
	}
	if err := weigh(boss, k); err != nil {
		return err
	}
	if err := allot(boss, k); err != nil {
		return err
	}
	if err := prospects(ctx, k); err != nil {
		return err
	}
	if err := reward(ctx, k); err != nil {
		return err
	}
	if err := schedule(boss, k); err != nil {
		return err
	}
	if err := travel(boss, k); err != nil {
		return err
	}
	if err := endanger(boss, k); err != nil {
		return err
	}
	if err := owe(ctx, k); err != nil {
		return err
	}
	if err := invest(ctx, boss, k); err != nil {
		return err
	}
	return deal(boss, k)
}

// grant agrees to a card, of which every other account has used something.
func grant(boss context.Context, k *app.Kit, p evaluation.Listed, i int) error {
	_, err := approval.New(k).Decide(identity.Under(boss, "approval:decide"), approval.Verdict{ID: p.ID, Version: p.Version, Approve: true, Reason: "年度客户评审通过"})
	if err != nil || i%2 == 1 {
		return err
	}
	_, err = card.New(k).Use(identity.Under(boss, "card:use"), p.Account, card.Use{Benefit: card.Events, Number: 1, Note: "年度客户答谢会，采购总监出席"})
	return err
}

// planned is for how many accounts the way to the next class is planned.
const planned = 6

// promote plans the upgrade of some accounts that are close below their next class.
func promote(boss context.Context, k *app.Kit) error {
	near, err := portfolio.New(k).Members(identity.Under(boss, "portfolio:read"), portfolio.Ask{}, portfolio.Filter{}, "climb", "near", portfolio.Page{Limit: planned})
	if err != nil {
		return err
	}
	today := near.AsOf
	for _, a := range near.Rows {
		_, err := upgrade.New(k).Plan(identity.Under(boss, "upgrade:write"), upgrade.Plan{Account: a.ID, Owner: a.Owner, Due: today.AddMonths(6), Steps: []upgrade.Step{
			{Said: "与采购负责人复盘全年用量，补齐评分", Due: today.AddMonths(1)},
			{Said: "提出第二条产品线的试单方案", Due: today.AddMonths(3)},
			{Said: "签订年度框架协议", Due: today.AddMonths(6)}}})
		if err != nil {
			return err
		}
	}
	return nil
}

// as is one of the company's people at work.
func as(ctx context.Context, k *app.Kit, login string) (context.Context, error) {
	users, err := k.Users.Users(ctx)
	if err != nil {
		return nil, err
	}
	for _, u := range users {
		if u.Login == login {
			viewer, err := k.Users.Viewer(ctx, u.ID)
			return identity.With(ctx, viewer), err
		}
	}
	return nil, kernel.Missing("db.missing")
}
