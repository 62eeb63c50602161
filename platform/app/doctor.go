package app

import (
	"context"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
	"erba/platform/vault"
)

// Check is something that ought to hold for all the data: the fault it returns
// says what does not.
type Check struct {
	Name string // text key
	Run  func(context.Context) error
}

// Check adds a check to the doctor's round.
func (k *Kit) Check(name string, run func(context.Context) error) {
	k.Checks = append(k.Checks, Check{name, run})
}

// Doctor is the whole round: the platform's own checks, then the features'.
// Texts need none, they are in the binary: words_test.go looks after them.
func (a App) Doctor(p *Product) []Check {
	return append([]Check{
		{"doctor.tables", func(ctx context.Context) error { return a.orphanTables(ctx, p.DB) }},
		{"doctor.grants", func(context.Context) error { return a.orphanGrants(p.Router.Grants) }},
		{"doctor.roles", func(ctx context.Context) error { return orphanRoles(ctx, p.Users) }},
		{"doctor.small", func(ctx context.Context) error { return smallCompany(ctx, p.Users) }},
		{"doctor.audit", func(ctx context.Context) error { _, err := audit.Verify(ctx, p.DB); return err }},
		{"doctor.keys", p.Vault.Check},
	}, p.Checks...)
}

// platform is what the platform brings, as features do.
var platform = []Feature{{Name: "identity", Files: identity.Schema}, {Name: "audit", Files: audit.Schema}, {Name: "job", Files: job.Schema}, {Name: "vault", Files: vault.Schema}}

var made = regexp.MustCompile(`CREATE (?:VIRTUAL )?TABLE (\w+)`)

// orphanTables are those of features that have been removed.
func (a App) orphanTables(ctx context.Context, d *db.DB) error {
	var own []string
	for _, f := range append(slices.Clone(platform), a.Features...) {
		own = append(own, "schema_"+f.Name)
		files, _ := fs.Glob(f.Files, "schema/*.sql")
		for _, name := range files {
			ddl, err := fs.ReadFile(f.Files, name)
			if err != nil {
				return err
			}
			for _, m := range made.FindAllStringSubmatch(string(ddl), -1) {
				own = append(own, m[1])
			}
		}
	}
	all, err := d.Tables(ctx)
	return orphans("doctor.orphan_tables", all, own, err)
}

// orphanGrants are rows of the matrix that no route asks for.
func (a App) orphanGrants(routes []string) error {
	return orphans("doctor.orphan_grants", a.Matrix.Grants(), routes, nil)
}

func orphanRoles(ctx context.Context, users *identity.Service) error {
	found, err := users.Users(ctx)
	var all []string
	for _, u := range found {
		all = append(all, u.Roles...)
	}
	return orphans("doctor.orphan_roles", all, users.Roles(), err)
}

func smallCompany(ctx context.Context, users *identity.Service) error {
	if small, err := users.SmallCompany(ctx); err != nil || !small {
		return err
	}
	return kernel.Refused("doctor.small_company")
}

// orphans is the fault that names what is there without an owner, or nil.
func orphans(key string, all, own []string, err error) error {
	if err != nil {
		return err
	}
	lost := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return slices.Contains(own, name) })
	if len(lost) == 0 {
		return nil
	}
	slices.Sort(lost)
	return kernel.Refused(key, "what", strings.Join(slices.Compact(lost), ", "))
}
