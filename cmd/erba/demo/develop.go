package demo

import (
	"context"

	"erba/feature/development"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// developed is how many of the largest accounts somebody has judged.
const developed = 48

// What the managers found, and how they know it.
var (
	supplierKinds = [][]int{{2, 2, 2, 2, 1, 2, 1, 2}, {2, 1, 2, 1, 1, 2, 0, 1}, {1, 1, 0, 1, 0, 1, 0, 0}, {0, 1, 0, 0, 0, 1, 0, 0}, {2, 2, 1, 1, 1, 1, 1, 1}}
	involvedKinds = [][]int{{4, 5, 4, 4, 3, 4}, {4, 3, 4, 2, 2, 2}, {2, 1, 2, 4, 4, 3}, {1, 2, 1, 2, 1, 2}, {5, 4, 3, 5, 4, 5}, {3, 4, 3, 3, 4, 3}}
	squarePaths   = [][][]int{{{1, 1}, {2, 2}, {2, 4}}, {{2, 2}, {3, 3}}, {{1, 2}, {2, 3}, {3, 3}}, {{2, 1}, {4, 2}}, {{3, 3}, {4, 4}}}
	foundBy       = []string{"年度供应商大会听采购总监介绍", "与总工、设备部面谈后整理", "季度复盘会议纪要", "客户采购制度文件", "走访三个厂区后的判断"}
	teamsOf       = []string{"operations", "research", "finance", "market", "board"}
	metAbout      = []string{"下半年备货与排产", "轴承寿命联合试验", "账期与成本构成", "新产线的需求预测", "年度高层互访"}
)

// Develop lets the managers of the largest accounts have judged how far they have
// come with them, for a year and a half; then it is looked where all accounts stand.
func Develop(ctx context.Context, k *app.Kit) error {
	boss, err := as(ctx, k, "qinlang")
	if err != nil {
		return err
	}
	facts, err := portfolio.New(k).Facts(identity.Under(boss, "portfolio:read"), kernel.Date{})
	if err != nil {
		return err
	}
	users, err := k.Users.Users(ctx)
	if err != nil {
		return err
	}
	names := map[kernel.ID]string{}
	for _, u := range users {
		names[u.ID] = u.Name
	}
	service, day := development.New(k), facts.Ask.AsOf
	err = k.DB.Write(identity.Under(boss, "development:read"), func(tx *db.Tx) error {
		for i, row := range largest(facts) {
			a := facts.Account(row)
			if err := service.Enter(tx, judgedAccount(i, a.ID, a.Owner, names[a.Owner], day)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = service.Settle(ctx)
	return err
}

// largest are the rows of the largest accounts.
func largest(facts *portfolio.Facts) []int32 {
	rows := make([]int32, 0, facts.Len())
	for row := range int32(facts.Len()) {
		if facts.Sees(row) {
			rows = append(rows, row)
		}
	}
	rows = facts.Largest(rows)
	return rows[:min(len(rows), developed)]
}

// judgedAccount is what is known of the i-th largest account.
func judgedAccount(i int, account, owner kernel.ID, by string, day kernel.Date) development.Before {
	said := func(kind string, on kernel.Date, scores ...int) development.Judgement {
		return development.Judgement{Kind: kind, Scores: scores, Evidence: foundBy[i%len(foundBy)], Author: owner, By: by, On: on}
	}
	b := development.Before{Account: account}
	path := squarePaths[i%len(squarePaths)]
	for n, at := range path {
		b.Judgements = append(b.Judgements, said(development.Relation, day.AddMonths(-5*(len(path)-n)+2), at...))
	}
	b.Judgements = append(b.Judgements,
		said(development.Supplier, day.AddMonths(-4-i%9), supplierKinds[i%len(supplierKinds)]...),
		said(development.Involvement, day.AddMonths(-3-i%7), involvedKinds[i%len(involvedKinds)]...))
	if i%3 == 0 {
		b.Judgements = append(b.Judgements, said(development.Survey, day.AddMonths(-2), 1+(i/3)%5))
	}
	if i%6 == 1 {
		b.Judgements = append(b.Judgements, said(development.Target, day.AddMonths(-1), 4))
	}
	if i%4 == 0 {
		for n := range 2 + i%4 {
			b.Meetings = append(b.Meetings, development.Meeting{Team: teamsOf[n%len(teamsOf)], On: day.AddMonths(-1 - 2*n), Subject: metAbout[n%len(metAbout)], Author: owner, By: by})
		}
	}
	if i%8 == 0 {
		b.Judgements = append(b.Judgements, said(development.Transparency, day.AddMonths(-3), 1))
	}
	b.Stands = []development.Stand{{Stage: 2, Since: day.AddMonths(-30), Managed: true, Orders: 6}}
	if i%5 < 3 {
		b.Stands = append(b.Stands, development.Stand{Stage: 3, Since: day.AddMonths(-14), Managed: true, Orders: 14, Levels: 3, Share: new(int64(420_000))})
	}
	return b
}
