package visit

import (
	"context"
	"iter"
	"strconv"
	"strings"

	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/db"
)

const everything = 1 << 30 // more visits than anybody has

// Export are visits as rows under Exported. Of who went along they name those alone
// whose diary the viewer reads; of one account, all.
func (s *Service) Export(ctx context.Context, w Which) (iter.Seq[[]any], error) {
	w.Most = everything
	var rows [][]any
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		found, err := list(tx, w)
		if err != nil {
			return err
		}
		visits := make([]Visit, len(found))
		for i, r := range found {
			visits[i] = r.Visit
		}
		if err := fill(tx, visits); err != nil {
			return err
		}
		names, err := s.called(tx, visits, w.Account)
		for i, v := range visits {
			rows = append(rows, v.rows(found[i], names)...)
		}
		return err
	})
	return func(yield func([]any) bool) {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}, err
}

// called are the names by which a file calls people and products.
type called struct {
	logins, people, products map[kernel.ID]string
}

func (s *Service) called(tx *db.Tx, visits []Visit, account kernel.ID) (c called, err error) {
	c = called{map[kernel.ID]string{}, map[kernel.ID]string{}, map[kernel.ID]string{}}
	users, err := s.users.Users(system(tx.Context()))
	if err != nil {
		return c, err
	}
	led, err := s.line(tx)
	if err != nil {
		return c, err
	}
	open := map[kernel.ID]bool{}
	for _, id := range led {
		open[id] = true
	}
	for _, u := range users {
		if open[u.ID] || !account.IsZero() {
			c.logins[u.ID] = u.Login
		}
	}
	ids, products := []kernel.ID{}, map[kernel.ID]bool{}
	for _, v := range visits {
		ids = append(ids, v.ID)
		for _, o := range v.Objectives {
			products[o.Product] = true
		}
	}
	met, err := people(tx, ids)
	for _, p := range met {
		c.people[p.Contact] = p.Name
	}
	if err != nil {
		return c, err
	}
	for id := range products {
		if id.IsZero() {
			continue
		}
		p, err := s.Products.Find(tx.Context(), id)
		if err != nil {
			return c, err
		}
		c.products[id] = p.Code
	}
	return c, nil
}

func joined(ids []kernel.ID, names map[kernel.ID]string) string {
	var all []string
	for _, id := range ids {
		if names[id] != "" {
			all = append(all, names[id])
		}
	}
	return strings.Join(all, "; ")
}

// rows are a visit as rows of a file: one, or one for each objective.
func (v Visit) rows(at listed, names called) (all [][]any) {
	start := ""
	if v.Start != nil {
		start = rules.Clock(int(*v.Start))
	}
	head := []any{v.ID.String(), at.Code, at.Name, v.State, v.Channel, v.Day, start, v.Length, v.Zone, v.Purpose, v.Place, names.logins[v.Owner],
		joined(v.Users, names.logins), joined(v.People, names.people), v.Ready, v.Result, v.Voice, names.people[v.VoiceOf], v.Topics, v.Next, v.NextOn,
		v.Executed, v.JudgeBy, v.Promised, maybe(v.Rating), v.Verdict, answered(v.Replan), v.Judged, v.Reason}
	if len(v.Objectives) == 0 {
		return [][]any{append(head, "", "", "", "", "", "", kernel.Date{}, "", "")}
	}
	for _, o := range v.Objectives {
		link := ""
		switch o.Link {
		case ToGoal:
			link = ToGoal + ":" + strconv.FormatInt(o.Year, 10)
		case ToProduct:
			link = ToProduct + ":" + names.products[o.Product]
		}
		all = append(all, append(head[:len(head):len(head)], o.Text, o.Metric, exact(o.Target), o.Unit, maybe(o.Confidence), link, o.Deadline,
			answered(&o.Confirmed), exact(o.Actual)))
	}
	return all
}

// maybe is a number that may be missing.
func maybe(n *int64) any {
	if n == nil {
		return ""
	}
	return *n
}

func exact(d *kernel.Decimal) any {
	if d == nil {
		return ""
	}
	return *d
}

// Population is of how many visits a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(system(ctx), func(tx *db.Tx) error {
		n, err = count(tx)
		return err
	})
	return n, err
}
