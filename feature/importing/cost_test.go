package importing

import (
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// costFile has one row of everything that can be right or wrong with costs.
const costFile = `客户编码,费用单号,日期,成本类别,人员类别,工时,金额,是否票内,备注
K1,C1,2026-05-04,拜访,业务员,2.5,,,季度回顾
K1,C2,2026-05-05,运费,,,380.50,否,
K1,C3,2026-05-06,返利,,,1200,,
K1,C4,2026-05-07,样品,,,96.8,,
,C5,2026-05-07,运费,,,10,,
K1,C6,2026-05-07,服务,,-3,,,
K1,C7,2026-05-07,打点,,,500,,
K1,C8,2199-01-01,运费,,,5,,
K1,C9,2026-05-07,票外折扣,,,700,是,
K1,D1,2026-05-07,服务,厨师,1,,,
K1,D2,2026-05-07,服务,,,,,
K9,D3,2026-05-07,服务,,1,,,
K1,D4,2026-05-07,,,1,,,
`

// What of it can be booked is, once; the rest says why not.
func TestCostsAreImportedOnce(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		if err := service.accounts.Open(s.As("director"), account.Account{Code: "K1", Name: "K1"}); err != nil {
			s.Fatal(err)
		}
		path, settings := file(s, costFile), Settings{Kind: Costs}
		const reasons = "account_missing×1 account_unknown×1 kind_missing×1 ledger.cost_empty×1 ledger.cost_future×1 " +
			"ledger.cost_hours_negative×1 ledger.cost_kind_unknown×1 ledger.cost_person_unknown×1 on_invoice×1 0 of 0 totals"
		for i, want := range []string{"13: 4/0/0/9 " + reasons, "13: 4/0/0/9 " + reasons, "13: 0/0/4/9 " + reasons} {
			if got := brief(booked(s, service, path, settings, i == 0)); got != want {
				s.Errorf("time %d: %s\nwant %s", i, got, want)
			}
		}
		want := []ledger.CostMonth{
			{Kind: ledger.Freight, Amount: 380_50, Entries: 1}, {Kind: ledger.Material, Amount: 96_80, Entries: 1},
			{Kind: ledger.Rebate, Amount: 1200_00, Entries: 1}, {Kind: ledger.Visit, Person: "sales", Hours: kernel.Micro(2_500_000), Entries: 1},
		}
		if got := rolled(s, service); len(got) != len(want) {
			s.Fatalf("rolled up %+v", got)
		} else {
			for i, m := range got {
				m.Account, m.Month, m.Revision = kernel.ID{}, 0, 0
				if m != want[i] {
					s.Errorf("rolled up %+v, want %+v", m, want[i])
				}
			}
		}
		all, err := service.List(s.As("director"), 9)
		if err != nil || len(all) != 2 {
			s.Fatalf("imports %+v, %v", all, err)
		}
		for _, one := range all { // the second booked nothing
			if _, err := service.Undo(s.As("director"), one.ID); err != nil {
				s.Error(err)
			}
		}
		for _, m := range rolled(s, service) {
			if m.Entries > 0 {
				s.Errorf("left after all was taken back: %+v", m)
			}
		}
	})
}

func rolled(s *apptest.Stage, service *Service) (all []ledger.CostMonth) {
	err := s.DB.Snapshot(identity.With(s.As("director"), identity.System()), func(tx *db.Tx) error {
		return service.ledger.CostMonths(tx, 0, func(m *ledger.CostMonth) error {
			all = append(all, *m)
			return nil
		})
	})
	if err != nil {
		s.Fatal(err)
	}
	return all
}

// sourceFile has one row of every source of what an account costs.
const sourceFile = `客户编码,费用单号,日期,成本类别,人员类别,工时,金额,备注
K1,S1,2026-05-04,客户拜访,销售,2,,活动
K1,S2,2026-05-05,现场调试,,,,不认识的类别
K1,S3,2026-05-05,售后服务,工程师,3.5,,服务工时
K1,S4,2026-05-06,运费,,,380.50,
K1,S5,2026-05-06,差旅费,,,900,
K1,S6,2026-05-06,样品,,,96.8,
K1,S7,2026-05-07,票外折扣,,,1500,
K1,S8,2026-05-07,返利,,,1200,
K1,S9,2026-05-07,促销费,,,5000,
K1,T1,2026-05-07,礼品,,,300,
K1,T2,2026-05-31,资金占用费,,,260,没有发票时
K1,T3,2026-05-31,逾期利息,,,40,
K1,T4,2026-05-08,票内折扣,,,700,已在发票上
K1,T5,2026-05-08,发票折扣,,,10,
`

// Every source of what an account costs is one kind of row: activities and service
// in hours, freight, what is given beside the invoice, promotion, and what credit
// costs where there are no invoices. What stands on an invoice is refused.
func TestEverySourceOfCostsIsImported(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		if err := service.accounts.Open(s.As("director"), account.Account{Code: "K1", Name: "K1"}); err != nil {
			s.Fatal(err)
		}
		const want = "14: 11/0/0/3 ledger.cost_kind_unknown×1 on_invoice×2 0 of 0 totals"
		if got := brief(booked(s, service, file(s, sourceFile), Settings{Kind: Costs}, false)); got != want {
			s.Errorf("%s\nwant %s", got, want)
		}
		kinds := map[string]bool{}
		for _, m := range rolled(s, service) {
			kinds[m.Kind] = true
		}
		for _, kind := range ledger.CostKinds {
			if !kinds[kind] {
				s.Errorf("no row is booked as %s", kind)
			}
		}
	})
}

// Nothing of a file is lost: what is refused comes back as it was, with its row,
// its cell and the reason, and all else is booked.
func TestRefusedCostsComeBack(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		work(s)
		if err := account.New(s.Kit).Open(s.As("director"), account.Account{Code: "K1", Name: "K1"}); err != nil {
			s.Fatal(err)
		}
		one := ask(s, "POST", "/api/imports?name=costs.csv&kind=costs", costFile)
		at := "/api/imports/" + one.ID.String()
		ask(s, "POST", at+"/book", "")
		if one = until(s, at, Published); one.Check.Inserted != 4 || one.Check.Rejected != 9 {
			s.Errorf("booked: %+v", one.Check)
		}
		got := s.Do("director", "GET", at+"/errors", "").Body.String()
		for _, row := range []string{
			"6,客户编码,account_missing,,,C5,2026-05-07,运费,,,10,,",
			"7,工时,ledger.cost_hours_negative,'-3,K1,C6,2026-05-07,服务,,'-3,,,",
			"8,成本类别,ledger.cost_kind_unknown,打点,K1,C7,2026-05-07,打点,,,500,,",
			"10,是否票内,on_invoice,是,K1,C9,2026-05-07,票外折扣,,,700,是,",
			"13,客户编码,account_unknown,K9,K9,D3,2026-05-07,服务,,1,,,",
		} {
			if !strings.Contains(got, row) {
				s.Errorf("the error file lacks %s:\n%s", row, got)
			}
		}
		if rows := strings.Count(got, "\n") - 1; rows != 9 {
			s.Errorf("%d rows come back", rows)
		}
	})
}
