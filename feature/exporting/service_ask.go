package exporting

import (
	"context"
	"maps"
	"net/url"
	"slices"
	"strings"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// asking is the kind of proposal by which a second person agrees to an export.
// It never takes effect by itself: without a second person the list stays here.
var asking = approval.Kind{Name: "exporting.permit", Propose: "exporting:ask", Bands: approval.By("exporting:approve"),
	Days: 7, Reason: true, Fresh: true}

// Ask proposes that the viewer takes exactly this list along, once.
func (s *Service) Ask(ctx context.Context, address, reason string) (p approval.Proposal, err error) {
	r, err := requestOf(address)
	if err != nil {
		return p, err
	}
	v, _ := identity.From(ctx)
	grant := s.grantOf(r)
	if grant == "" || !v.May(grant) {
		return p, kernel.Invalid("exporting.no_list")
	}
	what := approval.Arg{Name: "narrowed", Text: narrowed(r)}
	if what.Text == "" {
		what.Keys = []string{"exporting.everything"}
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		p, err = s.approvals.Propose(tx, approval.Draft{Kind: asking.Name, Object: "export", Payload: r, Reason: reason,
			Args: approval.Args{{Name: "name", Text: v.Name}, {Name: "list", Keys: []string{"permission." + strings.ReplaceAll(grant, ":", "_")}}, what}})
		return err
	})
	return p, err
}

// agreed lets whoever proposed it fetch the list for a day.
func (s *Service) agreed(tx *db.Tx, p approval.Proposal, r Request) error {
	one := Permit{ID: p.ID, User: p.By, Until: s.now().Add(holds).UnixMicro(), Path: r.Path, Query: r.Query}
	if err := addPermit(tx, one); err != nil {
		return err
	}
	return audit.Note(tx, "exporting.permitted", "export", p.ID, map[string]any{"user": one.User, "path": r.Path, "until": one.Until})
}

// Permits are those that the viewer can still use.
func (s *Service) Permits(ctx context.Context) (all []Permit, err error) {
	v, _ := identity.From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = permits(tx, v.ID, s.now().UnixMicro())
		return err
	})
	return all, err
}

// requestOf reads an address such as /api/accounts/export?region=north.
func requestOf(address string) (Request, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host != "" || len(address) > longest {
		return Request{}, kernel.Invalid("exporting.no_list")
	}
	return Request{u.Path, u.Query().Encode()}, nil
}

const longest = 2000 // characters of an address

// grantOf is what a list wants, "" if there is no such list.
func (s *Service) grantOf(r Request) string {
	for pattern, grant := range s.lists {
		if matches(strings.Split(pattern, "/"), strings.Split(r.Path, "/")) {
			return grant
		}
	}
	return ""
}

// matches reports whether a path is of a pattern such as /api/segments/{id}/export.
func matches(pattern, path []string) bool {
	for i, part := range pattern {
		if i >= len(path) || !strings.HasPrefix(part, "{") && part != path[i] {
			return false
		}
	}
	return len(pattern) == len(path)
}

// arranging are the parts of a query that leave no row out.
var arranging = strings.Fields("format sort desc columns")

// narrowed says in short what of all there is the list shows.
func narrowed(r Request) string {
	values, _ := url.ParseQuery(r.Query) // it was written by Encode
	var all []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if text := strings.Join(values[name], " "); text != "" && !slices.Contains(arranging, name) {
			all = append(all, text)
		}
	}
	return strings.Join(all, " · ")
}
