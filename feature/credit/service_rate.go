package credit

import (
	"context"

	"erba/analysis/receivable"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Rate writes down what somebody has learned of a customer, part by part, and gives
// him the grade that follows from the whole file and from how he has paid.
func (s *Service) Rate(ctx context.Context, account kernel.ID, learned []Judgement) (g Grade, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, account); err != nil {
			return err
		}
		if err := s.learn(tx, account, learned); err != nil {
			return err
		}
		g, err = s.grade(tx, account)
		return err
	})
	return g, err
}

// learn adds judgements to the file.
func (s *Service) learn(tx *db.Tx, account kernel.ID, learned []Judgement) error {
	cfg, err := s.ratings(tx)
	if err != nil {
		return err
	}
	for i := range learned {
		j := &learned[i]
		j.ID, j.Account, j.On, j.By = kernel.NewID(), account, s.today(), viewer(tx.Context())
		j.StaleOn = j.On.Add(cfg.Fresh)
		if err := j.Check(); err != nil {
			return err
		}
	}
	if len(learned) == 0 {
		return nil
	}
	if err := addJudgements(tx, learned...); err != nil {
		return err
	}
	return audit.Changed(tx, "credit.judged", "account", account, nil, learned[len(learned)-1])
}

// grade gives an account the grade that its file and its payments give it today.
func (s *Service) grade(tx *db.Tx, account kernel.ID) (g Grade, err error) {
	cfg, err := s.ratings(tx)
	if err != nil {
		return g, err
	}
	file, err := judgementsOf(tx, account)
	if err != nil {
		return g, err
	}
	standing, err := s.Debts.Standing(tx, account, s.today())
	if err != nil {
		return g, err
	}
	scores := scored(latest(file))
	late, claims := receivable.Late(standing.Items, s.today().AddMonths(-12), s.today())
	scores.Payment, scores.Worst = cfg.Record(late), standing.Worst
	g = Grade{ID: kernel.NewID(), Account: account, DaysLate: decimal(late), Claims: claims, Given: s.today(), By: viewer(tx.Context())}
	g.put(scores, cfg.Rate(scores))
	g.Review = cfg.Review(g.Grade, g.Given)
	before, err := gradesOf(tx, account)
	if err != nil {
		return g, err
	}
	if err := addGrades(tx, g); err != nil {
		return g, err
	}
	var was any
	if len(before) > 0 {
		was = before[0]
	}
	return g, audit.Changed(tx, "credit.rated", "account", account, was, g)
}
