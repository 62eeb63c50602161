package account

import (
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Hand gives accounts another owner, in the transaction of who has decided that;
// the team stays. Accounts that go to nobody lose their team, too: nobody works on
// them any more.
func (s *Service) Hand(tx *db.Tx, to kernel.ID, ids ...kernel.ID) error {
	old, err := some(tx, ids)
	if err != nil {
		return err
	}
	teams, err := teamsOf(tx, ids)
	if err != nil {
		return err
	}
	next, all, records := succession(old, teams, to)
	if err := hand(tx, to, ids, time.Now().UnixMicro()); err != nil {
		return err
	}
	if err := remember(tx, all, typed, kernel.ID{}); err != nil {
		return err
	}
	if err := audit.ChangedAll(tx, "account.assigned", "account", records); err != nil {
		return err
	}
	if err := identity.Replace(tx, ids, next...); err != nil {
		return err
	}
	return event.Emit(s.events, tx, Handed{ids, to, belonging(old)})
}

// Hold keeps everybody else from changing accounts until the end of the transaction:
// what is read of them from here on still holds when they are handed on.
func (s *Service) Hold(tx *db.Tx, ids ...kernel.ID) error { return hold(tx, ids) }

// succession is what a change of owner does to accounts: who works on them then,
// and what is written down of it.
func succession(old []Row, teams map[kernel.ID][]kernel.ID, to kernel.ID) (members []identity.Member, all []Change, records []audit.Record) {
	for _, r := range old {
		before, after := r.Account, r.Account
		before.Team, after.Owner = teams[r.ID], to
		if !to.IsZero() {
			after.Team = before.Team
		}
		members = append(members, after.members()...)
		all = append(all, changes(before, after)...)
		records = append(records, audit.Record{ID: r.ID, Before: before, After: after})
	}
	return members, all, records
}

// teamsOf is who works on accounts beside their owners.
func teamsOf(tx *db.Tx, ids []kernel.ID) (map[kernel.ID][]kernel.ID, error) {
	members, err := identity.Members(tx, ids...)
	teams := map[kernel.ID][]kernel.ID{}
	for _, m := range members {
		if !m.Owner {
			teams[m.Row] = append(teams[m.Row], m.User)
		}
	}
	return teams, err
}
