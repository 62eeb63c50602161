package approval

import (
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// voice is somebody in whose name the user may decide: himself, or somebody who
// is away and whom he stands in for. It has the rights of that one.
type voice struct {
	who    Who
	viewer identity.Viewer
	tx     *db.Tx
}

// voices are all of them, the user himself first.
func (s *Service) voices(tx *db.Tx) ([]voice, error) {
	me, known := identity.From(tx.Context())
	if !known {
		return nil, kernel.Denied("web.signed_out")
	}
	all := []voice{{Who{User: me.ID}, me, tx}}
	for _, id := range me.StandsInFor() {
		away, err := s.users.Viewer(tx.Context(), id)
		if wrong := internal(err); wrong != nil {
			return nil, wrong
		}
		if err == nil { // else he has left: nobody decides in his place
			away = away.By(me)
			all = append(all, voice{Who{me.ID, id}, away, tx.As(identity.With(tx.Context(), away))})
		}
	}
	return all, nil
}

// reach is true for proposals that are within a voice's rights under a grant:
// about no account, or about one that he may see.
func (v voice) reach(grant string) db.Cond {
	if !v.viewer.May(grant) {
		return db.Cond{Text: "1 = 0"}
	}
	return of(v.viewer.For(grant).Visible("p.account_id"))
}

// grasps reports whether a voice's rights under a grant cover a proposal.
func (v voice) grasps(p Proposal, grant string) (bool, error) {
	if !v.viewer.May(grant) || p.Account.IsZero() {
		return v.viewer.May(grant), nil
	}
	return reached(v.tx, p.Account, v.reach(grant))
}

// sight is true for the proposals that the user may see in a voice: what it
// may decide, what he wants himself, and what happens to accounts for which
// he could propose the same.
func (s *Service) sight(v voice) db.Cond {
	var some []db.Cond
	if v.who.For.IsZero() {
		some = append(some, db.If(true, "((p.by_id = ? OR p.for_id = ?) AND ?)", v.who.User, v.who.User, of(v.tx.Visible("p.account_id"))))
	}
	for _, k := range s.kinds {
		for _, grant := range k.approvers() {
			some = append(some, db.If(true, "(p.kind = ? AND ?)", k.Name, v.reach(grant)))
		}
		some = append(some, db.If(true, "(p.kind = ? AND p.account_id IS NOT NULL AND ?)", k.Name, v.reach(k.Propose)))
	}
	return anyOf(some)
}

// decidable is true for the open proposals whose next step a voice may take.
func (s *Service) decidable(v voice) db.Cond {
	var some []db.Cond
	for _, grant := range s.approvers() {
		some = append(some, db.If(true, "(p.needs = ? AND ?)", grant, v.reach(grant)))
	}
	return db.If(true, `(p.state = 'proposed' AND p.due_at > ? AND ? AND ? AND ?)`,
		s.now().UnixMicro(), anyOf(some), v.others(v.who.User), v.others(v.who.For))
}

// others is true for proposals in which a user has no part yet.
func (v voice) others(user kernel.ID) db.Cond {
	return db.If(!user.IsZero(), `COALESCE(p.by_id, 0) <> ? AND COALESCE(p.for_id, 0) <> ? AND COALESCE(p.benefits_id, 0) <> ?
		AND NOT EXISTS (SELECT 1 FROM approval_decisions d WHERE d.approval_id = p.id AND (d.by_id = ? OR d.for_id = ?))`,
		user, user, user, user, user)
}

// approvers are the grants of everybody who may have to approve anything.
func (s *Service) approvers() (all []string) {
	for _, k := range s.kinds {
		all = append(all, k.approvers()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// anyOf is true where one of the conditions is.
func anyOf(some []db.Cond) db.Cond {
	c := db.Cond{Text: "(1 = 0" + strings.Repeat(" OR ?", len(some)) + ")"}
	for _, one := range some {
		c.Args = append(c.Args, one)
	}
	return c
}
