package account

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
)

// Tells names who adds entries to the timeline.
func (s *Service) Tells(t Teller) { s.tales = append(s.tales, t) }

// Timeline is what happened to an account and around it before an instant, the
// latest first; 0 is now.
func (s *Service) Timeline(ctx context.Context, account kernel.ID, before int64, limit int) (all []Entry, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = tale(tx, account, before, limit)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, t := range s.tales {
		more, err := t.Tell(ctx, account, before, limit)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return latest(all, before, limit), nil
}

// tale is what account itself tells.
func tale(tx *db.Tx, account kernel.ID, before int64, limit int) (all []Entry, err error) {
	a, err := find(tx, account)
	if err != nil {
		return nil, err
	}
	changes, err := history(tx, account, db.If(before > 0, "c.at < ?", before), limit)
	if err != nil {
		return nil, err
	}
	names, err := referred(tx, changes)
	if err != nil {
		return nil, err
	}
	for _, c := range inSight(changes, names) {
		all = append(all, c.told(names))
	}
	swallowed, err := merges(tx, account)
	for _, m := range swallowed {
		all = append(all, m.told()...)
	}
	return append(all, Entry{At: a.ID.Time().UnixMicro(), Key: told + "opened", Args: map[string]string{"code": a.Code}}), err
}

// referred are the names of users and accounts that changes mention.
func referred(tx *db.Tx, changes []Change) (map[string]string, error) {
	var ids []kernel.ID
	for _, c := range changes {
		for _, text := range []string{c.Old, c.New} {
			if id, err := kernel.ParseID(text); c.refers() && err == nil && !id.IsZero() {
				ids = append(ids, id)
			}
		}
	}
	found, err := named(tx, ids)
	names := map[string]string{}
	for _, n := range found {
		names[n.ID.String()] = n.Name
	}
	return names, err
}

// Names are those of users and of accounts in sight, by their IDs.
func (s *Service) Names(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]string, error) {
	found, err := named(tx, ids)
	names := make(map[kernel.ID]string, len(found))
	for _, n := range found {
		names[n.ID] = n.Name
	}
	return names, err
}

// Changes is the history of an account before a change, the latest first.
func (s *Service) Changes(ctx context.Context, account, before kernel.ID, limit int) (found []Change, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.Require(tx, account); err != nil {
			return err
		}
		if found, err = history(tx, account, db.If(!before.IsZero(), "c.id < ?", before), limit); err != nil {
			return err
		}
		names, err := referred(tx, found)
		found = inSight(found, names)
		return err
	})
	return found, err
}

// Tree is the group of an account as far as the viewer sees it, from the top,
// with the sales of every company and of all below it.
func (s *Service) Tree(ctx context.Context, account kernel.ID) (nodes []Node, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		top, err := top(tx, account)
		if err == nil {
			nodes, err = tree(tx, top)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	ids := make([]kernel.ID, len(nodes))
	at := make(map[kernel.ID]*Node, len(nodes))
	for i := range nodes {
		ids[i], at[nodes[i].ID] = nodes[i].ID, &nodes[i]
	}
	figures, err := s.ranker.Figures(ctx, ids)
	for _, f := range figures {
		at[f.Account].Sales = f.Sales
	}
	rollUp(nodes)
	return nodes, err
}

// top climbs as far as the viewer sees.
func top(tx *db.Tx, id kernel.ID) (kernel.ID, error) {
	a, err := find(tx, id)
	for range deepest {
		if err != nil || a.Parent.IsZero() {
			break
		}
		above, missing := find(tx, a.Parent)
		if missing != nil {
			break
		}
		a = above
	}
	return a.ID, err
}
