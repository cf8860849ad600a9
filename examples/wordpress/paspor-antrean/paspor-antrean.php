<?php
/**
 * Plugin Name:       Paspor Antrean
 * Description:       Antrean paspor di halaman mana pun: [paspor_antrean office="bandung"], atau blok "Antrean paspor".
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * Text Domain:       paspor-antrean
 */

defined( 'ABSPATH' ) || exit;

/** The service's address, without a slash at its end; empty until it is set. */
function paspor_antrean_service() {
	return untrailingslashit( (string) get_option( 'paspor_antrean_service', '' ) );
}

/** The tag, for the shortcode and for the block. Brings the script only to pages that have it. */
function paspor_antrean_render( $given = array() ) {
	$service = paspor_antrean_service();
	if ( '' === $service ) {
		return current_user_can( 'manage_options' ) ? '<p>' . esc_html__( 'Isi alamat layanan di Setelan › Paspor Antrean.', 'paspor-antrean' ) . '</p>' : '';
	}
	wp_enqueue_script_module( 'paspor-antrean', $service . '/widget/paspor-antrean.js', array(), null );

	$known      = shortcode_atts( array( 'office' => '', 'lang' => '', 'service' => '' ), $given, 'paspor_antrean' );
	$attributes = '';
	foreach ( $known as $name => $value ) {
		if ( '' !== $value ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	return sprintf(
		'<paspor-antrean%s><a href="%s">%s</a></paspor-antrean>',
		$attributes,
		esc_url( $service . '/kantor' ),
		esc_html__( 'Ambil antrean paspor', 'paspor-antrean' )
	);
}

/** Only a server's address, by https or on this machine: the script of every visitor comes from there. */
function paspor_antrean_sanitize( $typed ) {
	$address = untrailingslashit( trim( (string) $typed ) );
	if ( '' === $address || preg_match( '#^(https://[a-z0-9.-]+|http://localhost)(:\d+)?$#i', $address ) ) {
		return $address;
	}
	add_settings_error( 'paspor_antrean_service', 'address', esc_html__( 'Alamat harus seperti https://antrean.example.go.id', 'paspor-antrean' ) );
	return paspor_antrean_service();
}

function paspor_antrean_settings_page() {
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<form method="post" action="options.php">
			<?php settings_fields( 'paspor_antrean' ); ?>
			<p>
				<label for="paspor_antrean_service"><?php esc_html_e( 'Alamat layanan', 'paspor-antrean' ); ?></label><br>
				<input class="regular-text" type="url" id="paspor_antrean_service" name="paspor_antrean_service"
					placeholder="https://antrean.example.go.id" value="<?php echo esc_attr( paspor_antrean_service() ); ?>">
			</p>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

add_action(
	'init',
	function () {
		add_shortcode( 'paspor_antrean', 'paspor_antrean_render' );
		wp_register_script( 'paspor-antrean-block', plugins_url( 'block.js', __FILE__ ), array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ), '0.1.0', true );
		register_block_type( __DIR__, array( 'render_callback' => 'paspor_antrean_render' ) );
	}
);

add_action(
	'admin_init',
	function () {
		register_setting( 'paspor_antrean', 'paspor_antrean_service', array( 'type' => 'string', 'sanitize_callback' => 'paspor_antrean_sanitize' ) );
	}
);

add_action(
	'admin_menu',
	function () {
		add_options_page( 'Paspor Antrean', 'Paspor Antrean', 'manage_options', 'paspor-antrean', 'paspor_antrean_settings_page' );
	}
);
