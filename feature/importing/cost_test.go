package importing

import (
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
