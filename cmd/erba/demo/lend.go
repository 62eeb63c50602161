package demo

import (
	"context"
	"fmt"

	"erba/feature/approval"
	"erba/feature/credit"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// Credit is given to some that pay late and some that do not.
const (
	borrowers = 36
	latest    = 12 // of those who are latest
	deciding  = "approval:decide"
)

// sources are where finance looks before it gives credit.
var sources = []struct{ part, source, document, evidence string }{
	{credit.Finance, "上年度审计报告", "审计报告扫描件", "资产负债率在行业中位，经营现金流为正"},
	{credit.Reputation, "企业信用公示系统", "信用报告截图", "无行政处罚，无被执行记录"},
	{credit.Other, "客户档案", "", "成立十年以上，装备制造"},
}

// lender is finance at work: one who proposes, one who agrees, and the director.
type lender struct {
	*credit.Service
	approvals             *approval.Service
	proposes, agrees, top context.Context
	today                 kernel.Date
}

// Lend lets finance have rated customers and given them limits, and has orders of
// theirs checked: some pass, some are held, and the release of one waits.
func Lend(ctx context.Context, k *app.Kit) error {
	l := lender{Service: credit.New(k), approvals: approval.New(k), today: kernel.Today()}
	for login, who := range map[string]*context.Context{"lushan": &l.proposes, "hejing": &l.agrees, "qinlang": &l.top} {
		one, err := as(ctx, k, login)
		if err != nil {
			return err
		}
		*who = one
	}
	l.proposes, l.agrees, l.top = identity.Under(l.proposes, "credit:write"), identity.Under(l.agrees, deciding), identity.Under(l.top, deciding)
	accounts, err := l.customers(ctx, k)
	for i, id := range accounts {
		if err == nil {
			err = l.lend(i, id)
		}
	}
	return err
}

// customers are the latest payers, and others that are looked after.
func (l lender) customers(ctx context.Context, k *app.Kit) (all []kernel.ID, err error) {
	late, err := receivable.New(k).Ageing(identity.Under(l.proposes, "receivable:read"), receivable.Ask{Limit: latest})
	if err != nil {
		return nil, err
	}
	seen := map[kernel.ID]bool{}
	for _, row := range late.Rows {
		all, seen[row.Account] = append(all, row.Account), true
	}
	others, err := visitedOf(l.top, k)
	for _, one := range others {
		if len(all) < borrowers && !seen[one.account.ID] {
			all = append(all, one.account.ID)
		}
	}
	return all, err
}

// lend rates a customer, gives him the limit that the method gives, and has orders checked.
func (l lender) lend(i int, account kernel.ID) error {
	r := source(partLend, i)
	var learned []credit.Judgement
	for _, s := range sources {
		learned = append(learned, credit.Judgement{Part: s.part, Value: int64(58 + r.IntN(38)), Source: s.source, Document: s.document, Evidence: s.evidence})
	}
	if i%17 == 5 {
		learned = append(learned, credit.Judgement{Part: credit.Dishonest, Value: 1, Source: "中国执行信息公开网", Evidence: "列入失信被执行人名单"})
	}
	if _, err := l.Rate(l.proposes, account, learned); err != nil {
		return err
	}
	p, err := l.Proposal(l.proposes, credit.Asking{Account: account, On: l.today.AddMonths(-4)})
	if err != nil {
		return err
	}
	limit := max(p.Outcome.Formula, p.Exposure*int64(85+r.IntN(70))/100) / 1_000_00 * 1_000_00
	if limit <= 0 {
		return nil
	}
	if err := l.grant(credit.Limit{Account: account, Kind: credit.Own, Amount: limit, Reason: "按年度合同和付款记录核定"}); err != nil {
		return err
	}
	if i%6 == 1 {
		on := credit.Limit{Account: account, Kind: credit.Temporary, Amount: limit / 8 / 1_000_00 * 1_000_00, Until: l.today.Add(40), Reason: "旺季备货，客户已提供付款计划"}
		if err := l.grant(on); on.Amount > 0 && err != nil {
			return err
		}
	}
	return l.order(i, account, limit)
}

// grant proposes a limit and agrees to it: by two people, or three.
func (l lender) grant(limit credit.Limit) error {
	if limit.Amount <= 0 {
		return nil
	}
	made, err := l.Propose(l.proposes, credit.Wanted{Limit: limit})
	if err != nil {
		return err
	}
	p, err := l.approvals.Decide(l.agrees, approval.Verdict{ID: made.Approval, Version: 1, Approve: true})
	if err == nil && p.State == approval.Proposed {
		_, err = l.approvals.Decide(l.top, approval.Verdict{ID: made.Approval, Version: p.Version, Approve: true})
	}
	return err
}

// order has two orders checked, a usual and a large one; some ask for the release of
// the large one.
func (l lender) order(i int, account kernel.ID, limit int64) error {
	number := func(n int) string { return fmt.Sprintf("SO-%s-%02d%d", l.today.String()[5:7], i+1, n) }
	if _, err := l.Check(l.proposes, credit.Order{Account: account, Number: number(1), Original: limit/12/100*100 + 100, On: l.today.Add(-6)}); err != nil {
		return err
	}
	if i%4 != 0 {
		return nil
	}
	large, err := l.Check(l.proposes, credit.Order{Account: account, Number: number(2), Original: limit/2/100*100 + 100, On: l.today.Add(-1)})
	if err != nil || large.Pass || i%8 != 4 {
		return err
	}
	_, err = l.Release(l.proposes, large.ID, 1, "客户承诺月底前付清逾期款，生产线等货")
	return err
}
