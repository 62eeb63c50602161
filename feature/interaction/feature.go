package interaction

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what interaction brings to the product.
var Feature = app.Feature{
	Name:  "interaction",
	Files: files,
	Start: func(*app.Kit) {},
}
