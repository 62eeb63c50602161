package relation

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what relation brings to the product.
var Feature = app.Feature{
	Name:  "relation",
	Files: files,
	Start: func(*app.Kit) {},
}
