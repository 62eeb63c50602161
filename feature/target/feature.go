package target

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what target brings to the product.
var Feature = app.Feature{
	Name:  "target",
	Files: files,
	Start: func(*app.Kit) {},
}
