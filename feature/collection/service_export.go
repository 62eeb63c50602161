package collection

import (
	"context"
	"iter"
	"slices"

	"erba/analysis/dunning"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// The columns of the exported lists, as text keys.
var Exported = map[string][]string{
	"disputes": {"collection.code", "collection.account", "collection.number", "collection.reason", "collection.amount", "collection.says", "collection.owner",
		"collection.state", "collection.on", "collection.due", "collection.settled", "collection.result"},
	"promises": {"collection.code", "collection.account", "collection.number", "collection.amount", "collection.on", "collection.due", "collection.who",
		"collection.says", "collection.state", "collection.got", "collection.ours"},
	"letters": {"collection.code", "collection.account", "collection.number", "collection.step", "collection.channel", "collection.to", "collection.title",
		"collection.amount", "collection.says", "collection.state", "collection.fault", "collection.made", "collection.ours"},
	"steps": {"collection.code", "collection.account", "collection.number", "collection.days_late", "collection.asked", "collection.disputed", "collection.step",
		"collection.next", "collection.stopped"},
	"expected":  {"collection.code", "collection.account", "collection.number", "collection.amount", "collection.day", "collection.reason"},
	"stops":     {"collection.code", "collection.account", "collection.number", "collection.reason", "collection.since", "collection.lifted", "collection.lifting"},
	"writeoffs": {"collection.code", "collection.account", "collection.number", "collection.amount", "collection.reason", "collection.state", "collection.made", "collection.ours"},
}

// Export is one of the lists as rows under its columns, in words that say() says.
func (s *Service) Export(ctx context.Context, list string, say func(string) string) (iter.Seq[[]any], error) {
	rows, err := s.leaving(ctx, list, say)
	return slices.Values(rows), err
}

func (s *Service) leaving(ctx context.Context, list string, say func(string) string) (rows [][]any, err error) {
	switch list {
	case "steps":
		return s.stepRows(ctx, say)
	case "expected":
		return s.expectedRows(ctx, say)
	}
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		rows, err = s.rows(tx, list, say)
		return err
	})
	return rows, err
}

// Population is of how many rows an exported list is a part.
func (s *Service) Population(list string) func(context.Context) (int64, error) {
	return func(ctx context.Context) (n int64, err error) {
		rows, err := s.leaving(identity.With(ctx, identity.System()), list, func(key string) string { return key })
		return int64(len(rows)), err
	}
}

// rows are those of a list, each with what its account and its people are called.
func (s *Service) rows(tx *db.Tx, list string, say func(string) string) (out [][]any, err error) {
	who, err := everybody(tx)
	if err != nil {
		return nil, err
	}
	at := func(id kernel.ID) (string, string) { return who.accounts[id].Code, who.accounts[id].Name }
	switch list {
	case "disputes":
		all, err := disputes(tx, kernel.ID{}, "")
		for _, d := range all {
			code, name := at(d.Account)
			out = append(out, []any{code, name, d.Number, say(d.reasonKey()), export.Amount(d.Amount), d.Says, who.users[d.Owner],
				say(d.stateKey()), d.On, d.Due, d.Settled, d.Result})
		}
		return out, err
	case "promises":
		return s.promiseRows(tx, who, say)
	case "letters":
		all, err := dunnings(tx, kernel.ID{})
		for _, d := range all {
			code, name := at(d.Account)
			out = append(out, []any{code, name, d.Number, say(d.stepKey()), say(d.channelKey()), d.To, d.Title, export.Amount(d.Amount), d.Says,
				say(d.stateKey()), d.Fault, d.Made, who.users[d.By]})
		}
		return out, err
	case "stops":
		all, err := stops(tx, kernel.ID{})
		for _, o := range all {
			code, name := at(o.Account)
			out = append(out, []any{code, name, o.Number, ours(o.Reason, say), o.Since, o.Lifted, ours(o.Lifting, say)})
		}
		return out, err
	}
	all, err := writeOffs(tx, kernel.ID{})
	for _, w := range all {
		code, name := at(w.Account)
		out = append(out, []any{code, name, w.Number, export.Amount(w.Amount), w.Reason, say(w.stateKey()), w.Made, who.users[w.By]})
	}
	return out, err
}

func (s *Service) promiseRows(tx *db.Tx, who directory, say func(string) string) (out [][]any, err error) {
	c, err := s.config(tx)
	if err != nil {
		return nil, err
	}
	accounts, err := promising(tx, kernel.On(1900, 1, 1), kernel.On(2999, 1, 1))
	if err != nil {
		return nil, err
	}
	for _, account := range accounts {
		all, err := s.promised(tx, account, c)
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			if p.State == dunning.Kept {
				p.Got = p.Amount
			}
			a := who.accounts[p.Account]
			out = append(out, []any{a.Code, a.Name, p.Number, export.Amount(p.Amount), p.On, p.Due, p.Who, p.Says, say(p.stateKey()), export.Amount(p.Got), who.users[p.By]})
		}
	}
	return out, nil
}

// ours is what somebody wrote, or what the program says.
func ours(text string, say func(string) string) string {
	if text == paid || text == late {
		return say(text)
	}
	return text
}

func (s *Service) stepRows(ctx context.Context, say func(string) string) (out [][]any, err error) {
	l, err := s.List(ctx, Page{})
	for _, r := range l.Rows {
		step, held := "", ""
		if at := r.Course.step(); at.Does != "" {
			step = say(at.stepKey())
		}
		if r.Stopped {
			held = say("collection.stopped")
		}
		out = append(out, []any{r.Code, r.Name, r.Course.Number, r.Course.Days, export.Amount(r.Course.Asked), export.Amount(r.Disputed), step, r.Course.Next, held})
	}
	return out, err
}

func (s *Service) expectedRows(ctx context.Context, say func(string) string) (out [][]any, err error) {
	err = s.eachExpected(ctx, func(o receivable.Owing, e dunning.Expected) {
		out = append(out, []any{o.Code, o.Name, e.Number, export.Amount(e.Amount), e.On, say(whyKey(e.Why))})
	})
	return out, err
}
