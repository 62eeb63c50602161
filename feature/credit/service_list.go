package credit

import (
	"context"
	"encoding/json"
	"iter"
	"slices"

	"erba/analysis/credit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Light is what everybody who works on an account may know of its credit. What is
// owed decides it, whoever asks.
func (s *Service) Light(tx *db.Tx, account kernel.ID) (credit.Light, error) {
	if err := s.Accounts.Require(tx, account); err != nil {
		return "", err
	}
	whole := identity.Whole(tx)
	cfg, err := s.config(whole)
	if err != nil {
		return "", err
	}
	asked, _, err := s.stand(whole, account)
	return cfg.Light(asked), err
}

// Lit is the light of an account.
func (s *Service) Lit(ctx context.Context, account kernel.ID) (l Lit, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		l.Light, err = s.Light(tx, account)
		return err
	})
	return l, err
}

// Sheet is the credit of an account.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	sheet = Sheet{Today: s.today(), Groups: []GroupRoom{}}
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if sheet.Light, err = s.Light(tx, account); err != nil {
			return err
		}
		if sheet.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		if err := s.room(tx, account, &sheet); err != nil {
			return err
		}
		if err := s.rated(tx, account, &sheet); err != nil {
			return err
		}
		if err := s.history(tx, account, &sheet); err != nil {
			return err
		}
		sheet.Write = s.Accounts.Require(identity.As(tx, writing), account) == nil
		sheet.Request = s.Accounts.Require(identity.As(tx, releasing.Propose), account) == nil
		sheet.Orders, err = s.rows(tx, Which{Account: account, Limit: 20})
		return err
	})
	return sheet, err
}

// room fills in what is owed and what may be.
func (s *Service) room(tx *db.Tx, account kernel.ID, sheet *Sheet) error {
	whole := identity.Whole(tx)
	asked, groups, err := s.stand(whole, account)
	if err != nil {
		return err
	}
	sheet.Own, sheet.Used, sheet.Worst, sheet.Stopped = asked.Own, asked.Own.Exposure.Total(), asked.Worst, asked.Stopped
	names, err := s.Accounts.Names(tx, groups)
	if err != nil {
		return err
	}
	for i, id := range groups {
		g := GroupRoom{}
		if name, seen := names[id]; seen {
			g = GroupRoom{id, name, &asked.Groups[i]}
		}
		sheet.Groups = append(sheet.Groups, g)
	}
	standing, err := s.Debts.Standing(whole, account, sheet.Today)
	if err != nil {
		return err
	}
	sheet.Late, sheet.Paid = standing.Overdue, paid(standing.Items, sheet.Today)
	return nil
}

// rated fills in the file and the grade.
func (s *Service) rated(tx *db.Tx, account kernel.ID, sheet *Sheet) error {
	cfg, err := s.ratings(tx)
	if err != nil {
		return err
	}
	file, err := judgementsOf(tx, account)
	if err != nil {
		return err
	}
	sheet.File = filed(file, sheet.Today)
	if sheet.Grades, err = gradesOf(tx, account); err != nil || len(sheet.Grades) == 0 {
		sheet.Why = cfg.Explain(scored(latest(file)))
		return err
	}
	sheet.Grade = &sheet.Grades[0]
	sheet.Why = cfg.Explain(sheet.Grade.scores(sheet.Grade.Rule))
	all := make([]gradeOfAccount, len(sheet.Grades))
	for i, g := range sheet.Grades {
		all[i].Grade = g
	}
	sheet.High = reviewed(all, nil, sheet.Today).High > 0
	return nil
}

// history fills in the limits, the latest first.
func (s *Service) history(tx *db.Tx, account kernel.ID, sheet *Sheet) error {
	all, err := limitsOf(tx, account)
	if err != nil {
		return err
	}
	slices.Reverse(all)
	sheet.Limits = make([]Step, len(all))
	for i, l := range all {
		sheet.Limits[i].Limit = l
		if l.Basis != "" {
			if err := json.Unmarshal([]byte(l.Basis), &sheet.Limits[i].Proposal); err != nil {
				return err
			}
		}
		if l.Kind == Temporary && l.State == Granted && l.From.Compare(sheet.Today) <= 0 && l.Until.Compare(sheet.Today) >= 0 && l.Until.Compare(sheet.Until) > 0 {
			sheet.Until = l.Until
		}
	}
	return nil
}

// Headroom is what an account may still order, for who judges a deal with it; null:
// nobody has decided a limit. The viewer of tx must read its credit.
func (s *Service) Headroom(tx *db.Tx, account kernel.ID) (*int64, error) {
	asked, _, err := s.stand(identity.Whole(tx), account)
	if err != nil || !asked.Own.Limited && len(asked.Groups) == 0 {
		return nil, err
	}
	left := int64(credit.Most)
	if asked.Own.Limited {
		left = asked.Own.Left()
	}
	for _, group := range asked.Groups {
		left = min(left, group.Left())
	}
	return &left, nil
}

// Board is a page of orders in sight.
func (s *Service) Board(ctx context.Context, w Which) (b Board, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if b.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		n, err := sumOrders(tx, w)
		if err != nil {
			return err
		}
		b.Count, b.Sum, b.Waiting = n.Count, n.Sum, n.Waiting
		limit := w.Limit
		w.Limit++
		if b.Rows, err = s.rows(tx, w); err == nil && len(b.Rows) > limit {
			b.Rows, b.Next = b.Rows[:limit], b.Rows[limit-1].ID
		}
		return err
	})
	return b, err
}

func (s *Service) rows(tx *db.Tx, w Which) ([]Row, error) {
	rows, err := listOrders(tx, w)
	for i := range rows {
		rows[i].count()
		rows[i].May = rows[i].State == Blocked && s.Accounts.Require(identity.As(tx, releasing.Propose), rows[i].Account) == nil
	}
	return rows, err
}

// Reviews is the calendar of reviews of the accounts in sight.
func (s *Service) Reviews(ctx context.Context, high bool) (r Reviews, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		all, err := eachGrade(tx)
		if err != nil {
			return err
		}
		stale, err := staleParts(tx, s.today())
		r = reviewed(all, stale, s.today())
		return err
	})
	if high {
		r.Rows = slices.DeleteFunc(r.Rows, func(row Review) bool { return !row.High })
	}
	return r, err
}

// The columns of exported lists, as text keys.
var (
	OrderColumns = []string{"credit.number", "credit.code", "credit.account", "credit.amount", "credit.original", "credit.currency", "credit.on", "credit.state", "credit.reasons",
		"credit.excess", "credit.exposure", "credit.whole", "credit.worst", "credit.reason"}
	ReviewColumns = []string{"credit.code", "credit.account", "credit.grade", "credit.grade_before", "credit.score", "credit.given", "credit.review_on", "credit.high", "credit.stale"}
)

// ExportOrders are orders as rows under OrderColumns, in words that say() says.
func (s *Service) ExportOrders(ctx context.Context, w Which, say func(key string, args map[string]any) string) (iter.Seq[[]any], error) {
	w.Limit = everything
	var all []Row
	err := s.db.Snapshot(ctx, func(tx *db.Tx) (err error) {
		all, err = listOrders(tx, w)
		return err
	})
	return func(yield func([]any) bool) {
		for _, r := range all {
			if !yield([]any{r.Number, r.Code, r.Name, export.Amount(r.Amount), export.Amount(r.Original), r.Currency, r.On, say(r.stateKey(), nil), r.Reasons.said(r.Worst, say),
				export.Amount(r.Excess), export.Amount(r.Exposure), export.Amount(r.Whole), r.Worst, r.Reason}) {
				return
			}
		}
	}, err
}

const everything = 1 << 30

// ExportReviews is the calendar as rows under ReviewColumns.
func (s *Service) ExportReviews(ctx context.Context, high bool, say func(key string) string) (iter.Seq[[]any], error) {
	all, err := s.Reviews(ctx, high)
	return func(yield func([]any) bool) {
		for _, r := range all.Rows {
			watched := "credit.no"
			if r.High {
				watched = "credit.yes"
			}
			var score any = ""
			if r.Score != nil {
				score = *r.Score
			}
			if !yield([]any{r.Code, r.Name, string(r.Grade), string(r.Before), score, r.Given, r.On, say(watched), r.Stale}) {
				return
			}
		}
	}, err
}

// Orders and Rated are of how many a list is a part.
func (s *Service) Orders(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		all, err := sumOrders(tx, Which{})
		n = int64(all.Count)
		return err
	})
	return n, err
}

// Rated is of how many customers the calendar is a part.
func (s *Service) Rated(ctx context.Context) (int64, error) {
	all, err := s.Reviews(db.WithViewer(ctx, identity.System()), false)
	return int64(len(all.Rows)), err
}
