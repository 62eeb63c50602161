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
	t := Targets{Scope: facts.Scope(), Count: len(all), Rows: []Target{}}
	t.Answered = rankTargets(all)
	from = min(max(from, 0), len(all))
	to := min(from+limit, len(all))
	for _, one := range all[from:to] {
		answers, _ := answersOf(facts, &one)
		one.Why = new(cfg.Explain(prospectOf(answers, one.Large)))
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
	cfg = &b.entry
	for row := range int32(facts.Len()) {
		if !facts.Sees(row) {
			continue
		}
		one := Target{row: row, order: null.None, Prospect: facts.Word("stage", row) == "potential"}
		answers, chosen := answersOf(facts, &one)
		if !whom.takes(one.Prospect, chosen) {
			continue
		}
		named(facts, &one)
		if chosen {
			one.order = cfg.Score(prospectOf(answers, one.Large)).Steady()
			one.Score = told(one.order)
		}
		all = append(all, one)
	}
	return cfg, facts, all, nil
}

func named(f *portfolio.Facts, t *Target) {
	a := f.Account(t.row)
	t.ID, t.Code, t.Name, t.Industry, t.Size = a.ID, a.Code, a.Name, a.Industry, f.Word("size", t.row)
	t.Large = isLarge(t.Size)
}

// answersOf are the judgements of a target, and whether there is any.
func answersOf(f *portfolio.Facts, t *Target) (answers []null.Number, any bool) {
	answers, t.Answers = make([]null.Number, len(judgements)), make([]Judged, len(judgements))
	for i, kind := range judgements {
		answers[i], t.Answers[i].Kind = null.None, kind
		if e, ok := f.Judgement(kind, t.row); ok {
			any, answers[i] = true, null.Of(e.Value)
			t.Answers[i] = Judged{kind, &e.Value, e.By, e.On, e.Expires, e.Evidence, e.Stale(today())}
		}
	}
	return answers, any
}

// Sheet are the columns of an exported list of targets.
var Sheet = []string{"industry.rank", "industry.account_code", "industry.account_name", "industry.word", "industry.size", "entry.chance",
	"entry.cost", "entry.yield", "entry.network", "entry.score"}

// Listed is the list of targets as rows under Sheet.
func (s *Service) Listed(ctx context.Context, whom Whom) (iter.Seq[[]any], error) {
	_, facts, all, err := s.targets(ctx, whom)
	if err != nil {
		return nil, err
	}
	rankTargets(all)
	rows := func(yield func([]any) bool) {
		for i := range all {
			if !yield(all[i].cells(facts)) {
				return
			}
		}
	}
	return rows, s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "industry.exported", "industry", kernel.ID{}, map[string]any{"accounts": len(all), "whom": whom})
	})
}

func (t *Target) cells(f *portfolio.Facts) []any {
	cells := []any{nil, t.Code, t.Name, t.Industry, t.Size}
	if t.Rank > 0 {
		cells[0] = int64(t.Rank)
	}
	for _, a := range t.Answers {
		if cells = append(cells, nil); a.Value != nil {
			cells[len(cells)-1] = *a.Value
		}
	}
	if t.Score == nil {
		return append(cells, nil)
	}
	return append(cells, kernel.Micro(int64(*t.Score*1e6)))
}
