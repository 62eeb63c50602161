package claim

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what claim brings to the product.
var Feature = app.Feature{
	Name:  "claim",
	Files: files,
	Start: func(*app.Kit) {},
}
