package collection

import (
	"context"
	"math"

	"erba/analysis/dunning"
	"erba/analysis/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// Sheet is how far asking an account for money is.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		sheet, err = s.sheet(tx, account)
		return err
	})
	return sheet, err
}

func (s *Service) sheet(tx *db.Tx, account kernel.ID) (sheet Sheet, err error) {
	st, err := s.stand(tx, account)
	if err != nil {
		return sheet, err
	}
	ways, err := s.ways(tx, account)
	if err != nil {
		return sheet, err
	}
	c := ways.usual
	sheet = Sheet{On: s.today(), Debts: append([]Debt{}, st.debts...), Months: c.Keep, Posts: s.post.Ready(), Habit: habit(st.Standing.Items, s.today()), Agreement: agreement(ways, st.debts)}
	for _, d := range st.debts {
		sheet.Disputed += d.Disputed
	}
	if sheet.Currency, err = s.Ledger.Currency(tx); err != nil {
		return sheet, err
	}
	if err := s.said(tx, account, st, c, &sheet); err != nil {
		return sheet, err
	}
	if err := s.done(tx, account, ways, &sheet); err != nil {
		return sheet, err
	}
	sheet.Expected = append([]dunning.Expected{}, dunning.Expect(st.opened(), coming(sheet.Promises), sheet.Habit, sheet.On)...)
	sheet.May = Rights{s.may(tx, "collection:write", account), s.may(tx, "collection:dun", account), s.may(tx, "collection:writeoff", account)}
	return sheet, s.name(tx, &sheet)
}

// habit is how many days after the due date an account paid in the last year, on the mean.
func habit(items []receivable.Item, on kernel.Date) int {
	mean, claims := receivable.Late(items, on.AddMonths(-12), on)
	if claims == 0 || !mean.Known() {
		return 0
	}
	return int(math.Round(float64(mean)))
}

// said fills in what the customer says: what he disputes, and what he has promised.
func (s *Service) said(tx *db.Tx, account kernel.ID, st stand, c dunning.Config, sheet *Sheet) error {
	all, err := disputes(tx, account, "")
	if err != nil {
		return err
	}
	sheet.Disputes = []Disputing{}
	for _, d := range all {
		sheet.Disputes = append(sheet.Disputes, Disputing{Dispute: d})
	}
	promised, err := promises(tx, account)
	if err != nil {
		return err
	}
	sheet.Promises = judged(promised, st.money(), sheet.On, c)
	sheet.Kept, sheet.Broken = count(sheet.Promises, sheet.On.AddMonths(-c.Keep))
	return nil
}

// done fills in what was done.
func (s *Service) done(tx *db.Tx, account kernel.ID, ways Ways, sheet *Sheet) error {
	log, err := dunnings(tx, account)
	if err != nil {
		return err
	}
	all, err := stops(tx, account)
	if err != nil {
		return err
	}
	sheet.Log, sheet.Stops = []Logged{}, []Stop{}
	for _, l := range log {
		sheet.Log = append(sheet.Log, Logged{Dunning: l})
	}
	for _, one := range all {
		if one.Lifted.IsZero() {
			sheet.Stop = &one
		} else {
			sheet.Stops = append(sheet.Stops, one)
		}
	}
	sheet.Course = course(ways, sheet.Debts, log, all)
	given, err := writeOffs(tx, account)
	sheet.WriteOffs = append([]WriteOff{}, given...)
	return err
}

// name fills in who it was.
func (s *Service) name(tx *db.Tx, sheet *Sheet) error {
	var ids []kernel.ID
	for _, d := range sheet.Disputes {
		ids = append(ids, d.Owner)
	}
	for _, p := range sheet.Promises {
		ids = append(ids, p.By)
	}
	for _, l := range sheet.Log {
		ids = append(ids, l.By)
	}
	names, err := known(tx, ids)
	for i := range sheet.Disputes {
		sheet.Disputes[i].Who = names[sheet.Disputes[i].Owner]
	}
	for i := range sheet.Promises {
		sheet.Promises[i].Ours = names[sheet.Promises[i].By]
	}
	for i := range sheet.Log {
		sheet.Log[i].Ours = names[sheet.Log[i].By]
	}
	return err
}
