package privacy

import (
	"embed"

	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what privacy brings to the whole. It stands below those that keep
// something of people: they say so to it.
var Feature = app.Feature{
	Name:  "privacy",
	Files: files,
	Start: start,
}

// New is the privacy service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Vault) })
}

func start(k *app.Kit) {
	s := New(k)
	s.Routes(k.Router)
	k.Router.Taken = s.Taken
	k.Begin(s.Again)
}
