package industry

import (
	"context"
	"iter"

	"erba/analysis/entry"
	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Targets are accounts to begin with, the best first: those that have never
// bought, and those of whom somebody has judged anything.
func (s *Service) Targets(ctx context.Context, whom Whom, from, limit int) (Targets, error) {
	cfg, facts, all, err := s.targets(ctx, whom)
	if err != nil {
		return Targets{}, err
	}
	all, answered := ranked(all)
	t := Targets{Scope: facts.Scope(), Count: len(all), Answered: answered, Rows: []Target{}}
	from = min(max(from, 0), len(all))
	to := min(from+limit, len(all))
	for _, one := range all[from:to] {
		one.Answers, one.Why = judged(facts, one.row), new(cfg.Explain(one.said))
		t.Rows = append(t.Rows, one)
	}
	if to < len(all) {
		t.Next = to
	}
	return t, nil
}

// targets are those whom a list is about, in the order of accounts.
func (s *Service) targets(ctx context.Context, whom Whom) (cfg *entry.Config, facts *portfolio.Facts, all []Target, err error) {
	b, err := s.open(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	if facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
		return nil, nil, nil, err
	}
	for row := range int32(facts.Len()) {
		if !facts.Sees(row) {
			continue
		}
		said, chosen := saidOf(facts, row)
		prospect := facts.Word("stage", row) == "potential"
		if whom.takes(prospect, chosen) {
			one := target(facts, row, said)
			one.Prospect = prospect
			one.score(&b.entry, chosen)
			all = append(all, one)
		}
	}
	return &b.entry, facts, all, nil
}

// saidOf is what is said of the account of a row, and whether there is anything.
func saidOf(f *portfolio.Facts, row int32) (p entry.Prospect, any bool) {
	for i, into := range [...]*null.Number{&p.Chance, &p.Cost, &p.Yield, &p.Network} {
		e, given := f.Judgement(judgements[i], row)
		if *into = null.None; given {
			any, *into = true, null.Of(e.Value)
		}
	}
	return p, any
}

func target(f *portfolio.Facts, row int32, said entry.Prospect) Target {
	a, size := f.Account(row), f.Word("size", row)
	t := Target{ID: a.ID, Code: a.Code, Name: a.Name, Industry: a.Industry, Size: size, Large: isLarge(size), row: row, said: said}
	t.said.Large = t.Large
	return t
}

// judged are all judgements of the account of a row, given or not.
func judged(f *portfolio.Facts, row int32) []Judged {
	all := make([]Judged, len(judgements))
	for i, kind := range judgements {
		all[i].Kind = kind
		if e, given := f.Judgement(kind, row); given {
			all[i] = Judged{kind, &e.Value, e.By, e.On, e.Expires, e.Evidence, e.Stale(kernel.Today())}
		}
	}
	return all
}

// Sheet are the columns of an exported list of targets.
var Sheet = []string{"industry.account_code", "industry.account_name", "industry.rank", "industry.word", "industry.size", "entry.chance",
	"entry.cost", "entry.yield", "entry.network", "entry.score"}

// Listed is the list of targets as rows under Sheet.
func (s *Service) Listed(ctx context.Context, whom Whom) (iter.Seq[[]any], error) {
	_, _, all, err := s.targets(ctx, whom)
	if err != nil {
		return nil, err
	}
	all, _ = ranked(all)
	rows := func(yield func([]any) bool) {
		for i := range all {
			if !yield(all[i].cells()) {
				return
			}
		}
	}
	return rows, s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "industry.exported", "industry", kernel.ID{}, map[string]any{"accounts": len(all), "whom": whom})
	})
}
