package risk

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what risk brings to the product.
var Feature = app.Feature{
	Name:  "risk",
	Files: files,
	Start: func(*app.Kit) {},
}
