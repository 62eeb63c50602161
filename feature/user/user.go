// Package user decides who gets a user of his own, which roles he has, who his
// boss is, and what an administrator may not do to himself.
package user

import (
	"regexp"
	"slices"
	"strings"

	"erba/kernel"
)

// User is somebody who can sign in, as an administrator sees him.
type User struct {
	ID       kernel.ID `json:"id,omitzero"`
	Login    string    `json:"login"`
	Name     string    `json:"name"`
	Roles    []string  `json:"roles"`
	Language string    `json:"language" enum:"zh-CN,en"`
	Boss     kernel.ID `json:"boss,omitzero" doc:"Sees whatever this user sees"`
	Active   bool      `json:"active"   doc:"Whether he can sign in"`
	OneTime  bool      `json:"one_time" doc:"He has to set a password of his own first"`
	Factor   bool      `json:"factor"   doc:"He signs in with a code besides"`
	Owner    kernel.ID `json:"owner,omitzero" doc:"Who answers for a service account; none: a person"`
	Asked    []string  `json:"asked,omitempty" doc:"Roles that somebody else has to approve first"`
	Version  int64     `json:"version" doc:"The number in the ETag"`
}

// Revision is the version that the ETag names.
func (u User) Revision() int64 { return u.Version }

// Link is a name by which another house knows a user; together they are his
// for ever. An administrator who writes one has seen whose it is.
type Link struct {
	Issuer  string `json:"issuer"  minLength:"1" maxLength:"500" doc:"The address of the other house"`
	Subject string `json:"subject" minLength:"1" maxLength:"255" doc:"The user over there, as the sign-in page says it"`
}

// Person is what everybody may know of a user.
type Person struct {
	ID     kernel.ID `json:"id"`
	Name   string    `json:"name"`
	Active bool      `json:"active"`
}

var login = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,59}$`)

// Check wants a login that can be typed, a name, and something to do.
func (u User) Check() error {
	switch {
	case !login.MatchString(u.Login):
		return kernel.Invalid("user.bad_login", "max", 60)
	case strings.TrimSpace(u.Name) == "" || len([]rune(u.Name)) > 60:
		return kernel.Invalid("user.bad_name", "max", 60)
	case len(u.Roles) == 0:
		return kernel.Invalid("user.no_role")
	case !u.Owner.IsZero() && slices.ContainsFunc(u.Roles, func(role string) bool { return slices.Contains(confirmed, role) }):
		return kernel.Invalid("identity.no_machine_role")
	}
	return nil
}

// CheckChange refuses what would lock the administrator out, or let him help
// himself to data: his own roles and his own activity are another's to change.
func (u User) CheckChange(before User, self kernel.ID) error {
	if u.ID != self {
		return nil
	}
	if !sameRoles(u.Roles, before.Roles) {
		return kernel.Refused("user.own_roles")
	}
	if !u.Active {
		return kernel.Refused("user.own_activity")
	}
	return nil
}

// confirmed are the roles that see every account or every sum: nobody gives
// them to anybody alone.
var confirmed = []string{"director", "finance"}

// split takes out of the roles those that are new and need a second person.
func (u User) split(before []string) (at, asked []string) {
	for _, role := range u.Roles {
		if slices.Contains(confirmed, role) && !slices.Contains(before, role) {
			asked = append(asked, role)
		} else {
			at = append(at, role)
		}
	}
	return at, asked
}

func sameRoles(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
