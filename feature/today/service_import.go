package today

import (
	"context"
	"math"

	"erba/analysis/null"
	"erba/feature/importing"
	"erba/kernel"
)

// bringing is the grant of those who bring files in.
const bringing = "import:read"

// waiting are files that somebody has looked at and not booked, and booked ones of
// which rows were left out.
func (s *Service) files() Rule {
	return Rule{Name: "today.import", Area: "importing.data", Grant: bringing,
		Usual: Setting{On: true, Amount: None, Now: 1, Lead: Never},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			found, err := s.imports.List(ctx, a.Limit)
			var all []Item
			for _, one := range found {
				if i, is := file(one, a); is {
					all = append(all, i)
				}
			}
			return all, err
		}}
}

const fresh = 14 // days for which what was left out of a file is worth a look

// file is what is to be done about an import, if anything is.
func file(one importing.Import, a Ask) (i Item, is bool) {
	i = Item{Subject: one.ID, User: a.User, Chance: null.None, Due: day(one.CreatedAt), Path: "/data/imports/" + one.ID.String()}
	args := map[string]any{"kind": Word{Word: "importing.kind_" + one.Settings.Kind}, "file": one.File.Name, "on": day(one.CreatedAt)}
	switch {
	case one.State == importing.Checked:
		i.Title, i.Reason, i.Does = Said{"today.import_title_checked", args}, Said{"today.import_reason_checked", args}, "today.book"
	case one.State == importing.Failed:
		i.Title, i.Reason, i.Does = Said{"today.import_title_failed", args}, Said{"today.import_reason_failed", args}, "today.look"
	case one.State == importing.Published && one.Check != nil && one.Check.Rejected > 0 && a.On.Days(i.Due) < fresh:
		args["count"], args["rows"] = one.Check.Rejected, one.Check.Rows
		i.Title, i.Reason, i.Does = Said{"today.import_title_rejected", args}, Said{"today.import_reason_rejected", args}, "today.mend"
	default:
		return i, false
	}
	return i, true
}

// sources are those whose data are old or bad.
func (s *Service) sources() Rule {
	return Rule{Name: "today.source", Area: "importing.data", Grant: "account:merge",
		Usual: Setting{On: true, Amount: None, Now: 3, Lead: Never},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			found, err := s.imports.Quality(ctx)
			var all []Item
			for _, q := range found {
				if i, is := source(q, a); is {
					all = append(all, i)
				}
			}
			return all, err
		}}
}

// What is good enough.
const (
	sound    = 0.98 // rows of a file that could be booked
	delivery = 31   // days within which a source delivers again
)

func source(q importing.Quality, a Ask) (i Item, is bool) {
	last := day(q.PublishedAt)
	args := map[string]any{"source": q.Source, "kind": Word{Word: "importing.kind_" + q.Kind}, "on": last, "days": a.On.Days(last), "valid": Share{q.Valid}}
	i = Item{User: a.User, Subject: named(q.Source + " " + q.Kind), Chance: null.None, Due: last.Add(delivery), Path: "/data", Does: "today.bring",
		Title: Said{"today.source_title", args}, Reason: Said{"today.source_reason", args}}
	if q.Valid < sound {
		i.Title, i.Reason, i.Due, i.Does = Said{"today.source_title_bad", args}, Said{"today.source_reason_bad", args}, last.Add(3), "today.mend"
		return i, true
	}
	return i, i.Due.Compare(a.On.Add(3)) <= 0
}

// named is an id for what has a name alone: the same name, the same id.
func named(text string) (id kernel.ID) {
	sum := uint64(14695981039346656037) // FNV-1a
	for _, b := range []byte(text) {
		sum = (sum ^ uint64(b)) * 1099511628211
	}
	_ = id.Scan(int64(sum & math.MaxInt64))
	return id
}

// twins are accounts that may be the same one.
func (s *Service) twins() Rule {
	return Rule{Name: "today.twins", Area: "importing.data", Grant: "account:merge",
		Usual: Setting{On: true, Amount: None, Now: Never, Lead: Never},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			n, err := s.accounts.Undecided(ctx)
			if err != nil || n == 0 {
				return nil, err
			}
			args := map[string]any{"count": n}
			return []Item{{User: a.User, Subject: named("twins"), Chance: null.None, Due: a.On, Path: "/data/duplicates", Does: "today.compare",
				Title: Said{"today.twins_title", args}, Reason: Said{"today.twins_reason", args}}}, nil
		}}
}
